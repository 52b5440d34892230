using System.Security.Cryptography;
using System.Text;
using Punie.Lab.Datasets;
using YamlDotNet.RepresentationModel;

namespace Punie.Lab.Suites;

/// <summary>A versioned set of prompts with expectations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Grows with each change to a sample.</param>
/// <param name="Hash">SHA-256 of the file's text, in lower-case hexadecimal digits.</param>
/// <param name="Samples">In the file's order.</param>
public sealed record Suite(string Name, int Version, string Hash, IReadOnlyList<Sample> Samples)
{
    /// <summary>Reads a suite.</summary>
    /// <param name="yaml">Text of a suite file.</param>
    /// <exception cref="DatasetException">The text is not a suite; the message has the line.</exception>
    public static Suite Parse(string yaml)
    {
        var root = YamlDocuments.Mapping(yaml, "suite");
        var name = YamlDocuments.Text(root, "suite")
            ?? throw new DatasetException("The suite file has no 'suite: name'.");
        if (!int.TryParse(YamlDocuments.Text(root, "version"), out var version))
            throw new DatasetException($"Suite {name} has no 'version: 1'.");
        var samples = YamlDocuments.Sequence(root, "samples").Select(Read).ToList();
        if (samples.Count == 0) throw new DatasetException($"Suite {name} has no samples.");
        if (samples.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DatasetException($"Sample '{twice.Key}' stands twice in suite {name}.");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
        return new Suite(name, version, hash, samples);
    }

    private static Sample Read(YamlNode node)
    {
        var map = YamlDocuments.AsMapping(node, "a sample");
        var calls = YamlDocuments.Sequence(map, "calls").Select(Call).ToList();
        var direct = YamlDocuments.Text(map, "direct") == "true";
        if (direct == calls.Count > 0)
            throw new DatasetException($"Line {node.Start.Line}: a sample has either 'calls' or 'direct: true'.");
        return new Sample(
            Need("id"), Need("category"), Need("prompt"), direct
                ? new Expectation.Direct()
                : new Expectation.Calls(calls));

        string Need(string key) => YamlDocuments.Text(map, key)
            ?? throw new DatasetException($"The sample at line {node.Start.Line} has no '{key}'.");
    }

    private static ExpectedCall Call(YamlNode node)
    {
        var map = YamlDocuments.AsMapping(node, "a call");
        var tool = YamlDocuments.Text(map, "tool")
            ?? throw new DatasetException($"The call at line {node.Start.Line} has no 'tool'.");
        var arguments = map.Children.TryGetValue("arguments", out var given)
            ? YamlDocuments.AsMapping(given, "arguments").Children.ToDictionary(p => $"{p.Key}", p => $"{p.Value}")
            : [];
        return new ExpectedCall(tool, arguments, YamlDocuments.Sequence(map, "fields").Select(f => $"{f}").ToList());
    }
}
