using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Processes;
using YamlDotNet.RepresentationModel;

namespace Punie.Agent.Configuration;

/// <summary>One mapping of the file. What is wrong with a value is noted and the value counts as absent.</summary>
/// <param name="node">The mapping.</param>
/// <param name="path">Its own key with dots, "" for the file.</param>
/// <param name="problems">Hears what is wrong, one line each.</param>
internal sealed class ConfigSection(YamlMappingNode node, string path, ICollection<string> problems)
{
    /// <summary>Notes every key that is not one of these.</summary>
    public void Expect(params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(name, StringComparer.Ordinal)) continue;

            var nearest = Nearest.To(name, keys);
            var hint = nearest is null
                ? $"the keys are {string.Join(", ", keys.Select(KeyPath))}"
                : $"did you mean {KeyPath(nearest)}?";
            Note(key, $"there is no key '{KeyPath(name)}'; {hint}");
        }
    }

    /// <summary>The keys as written, in the file's order.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>A text; null when absent or empty.</summary>
    public string? Text(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text }:
                return text;
            case var other:
                Note(other, $"'{KeyPath(key)}' should be a text");
                return null;
        }
    }

    /// <summary>One of a few texts; null when absent.</summary>
    public string? Choice(string key, IReadOnlyList<string> choices)
    {
        if (Text(key) is not { } text || choices.Contains(text, StringComparer.Ordinal)) return Text(key);

        Note(key, $"'{KeyPath(key)}' is '{text}'; write one of {string.Join(", ", choices)}");
        return null;
    }

    /// <summary>Seconds as a time; null when absent.</summary>
    public TimeSpan? Seconds(string key, double most)
    {
        if (Text(key) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            && seconds <= most)
            return TimeSpan.FromSeconds(seconds);

        Note(key,
            string.Create(CultureInfo.InvariantCulture,
            $"'{KeyPath(key)}' is '{text}'; write seconds, more than 0 and at most {most}"));
        return null;
    }

    /// <summary>A command line; null when absent.</summary>
    public ConfiguredCommand? Command(string key) => Text(key) is { } line ? Split(key, Raw(key)!, line) : null;

    /// <summary>A command line or a list of them.</summary>
    public IReadOnlyList<ConfiguredCommand> Commands(string key) =>
        [.. Scalars(key).Select(one => Split(key, one, one.Value!)).OfType<ConfiguredCommand>()];

    /// <summary>A text or a list of them, with the lines they stand on.</summary>
    public IReadOnlyList<(string Text, long Line)> Texts(string key) =>
        [.. Scalars(key).Select(one => (one.Value!, one.Start.Line))];

    /// <summary>Names and texts; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var section = Section(key);
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in section?.Keys ?? [])
        {
            // An empty value is a value here.
            if (section!.Raw(name) is YamlScalarNode scalar) map[name] = scalar.Value ?? "";
            else section.Note(name, $"'{section.KeyPath(name)}' should be a text");
        }

        return map;
    }

    /// <summary>A mapping inside this one; null when absent.</summary>
    public ConfigSection? Section(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMappingNode inner:
                return new ConfigSection(inner, KeyPath(key), problems);
            case var other:
                Note(other, $"'{KeyPath(key)}' should be a mapping of keys and values");
                return null;
        }
    }

    /// <summary>Notes something about one of this mapping's keys.</summary>
    public void Note(string key, string problem) => Note(Raw(key) ?? node, problem);

    /// <summary>A key of this mapping with the keys above it.</summary>
    public string KeyPath(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private void Note(YamlNode at, string problem) =>
        problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {at.Start.Line}: {problem}"));

    private YamlNode? Raw(string key) => node.Children.TryGetValue(key, out var value) ? value : null;

    // "key:" with nothing behind it is as good as no key.
    private YamlNode? Value(string key) =>
        Raw(key) is var value && value is YamlScalarNode { Value: null or "" or "~" or "null" } ? null : value;

    private IEnumerable<YamlScalarNode> Scalars(string key)
    {
        IEnumerable<YamlNode> all = Value(key) switch
        {
            null => [],
            YamlSequenceNode list => list.Children,
            var one => [one],
        };
        foreach (var one in all)
        {
            if (one is YamlScalarNode { Value.Length: > 0 } scalar) yield return scalar;
            else Note(one, $"'{KeyPath(key)}' should be a text or a list of texts");
        }
    }

    private ConfiguredCommand? Split(string key, YamlNode at, string line)
    {
        if (!CommandWords.TrySplit(line, out var words, out var error))
            Note(at, $"'{KeyPath(key)}' is not a command line: {error}");
        else if (words.Count == 0) Note(at, $"'{KeyPath(key)}' names no program");
        else return new ConfiguredCommand(line, words);

        return null;
    }
}
