using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Punie.Lab.Datasets;

/// <summary>Reads small YAML files node by node, so that every complaint has a line number.</summary>
internal static class YamlDocuments
{
    public static YamlMappingNode Mapping(string yaml, string what)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(yaml);
            stream.Load(reader);
        }
        catch (YamlException e)
        {
            throw new DatasetException($"The {what} file is not YAML: line {e.Start.Line}: {e.Message}");
        }

        return stream.Documents.Count == 0
            ? throw new DatasetException($"The {what} file is empty.")
            : AsMapping(stream.Documents[0].RootNode, what);
    }

    public static YamlMappingNode AsMapping(YamlNode node, string what) =>
        node as YamlMappingNode
        ?? throw new DatasetException($"Line {node.Start.Line}: {what} should be a mapping (key: value).");

    public static IEnumerable<YamlNode> Sequence(YamlMappingNode node, string key) =>
        !node.Children.TryGetValue(key, out var value) ? []
        : value is YamlSequenceNode list ? list.Children
        : throw new DatasetException($"Line {value.Start.Line}: '{key}' should be a list.");

    public static string? Text(YamlMappingNode node, string key) =>
        !node.Children.TryGetValue(key, out var value) ? null
        : value is YamlScalarNode scalar ? scalar.Value
        : throw new DatasetException($"Line {value.Start.Line}: '{key}' should be a text.");
}
