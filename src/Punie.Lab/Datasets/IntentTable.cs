using Punie.Lab.Files;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Punie.Lab.Datasets;

/// <summary>Everything the router can be asked, by id.</summary>
public sealed class IntentTable
{
    private readonly Dictionary<string, Intent> _byId;

    private IntentTable(IReadOnlyList<Intent> intents)
    {
        Intents = intents;
        _byId = intents.ToDictionary(i => i.Id);
    }

    /// <summary>The intents in the order of the files, then of the lines.</summary>
    public IReadOnlyList<Intent> Intents { get; }

    /// <summary>Finds an intent; null when there is none.</summary>
    public Intent? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads the tables <c>intents*.yaml</c> of a folder as one.</summary>
    /// <exception cref="DatasetException">There is none, or one is wrong.</exception>
    public static IntentTable Read(LabFiles files, string folder) =>
        Parse([.. files.ReadTexts(folder, "intents*.yaml").Select(f => f.Text)]);

    /// <summary>Reads a table.</summary>
    /// <param name="yaml">The texts of its files.</param>
    /// <exception cref="DatasetException">A text is not such a table.</exception>
    public static IntentTable Parse(params IReadOnlyList<string> yaml)
    {
        var intents = new List<Intent>();
        foreach (var node in yaml.SelectMany(text =>
            YamlDocuments.Sequence(YamlDocuments.Mapping(text, "intents"), "intents")))
        {
            var intent = Read(YamlDocuments.AsMapping(node, "an intent"));
            if (intents.Exists(i => i.Id == intent.Id))
                throw new DatasetException($"Intent '{intent.Id}' stands twice (line {node.Start.Line}). Remove one.");
            intents.Add(intent);
        }

        return new IntentTable(intents);
    }

    private static Intent Read(YamlMappingNode node)
    {
        var id = YamlDocuments.Text(node, "id") ?? throw Missing(node.Start, "id");
        if (YamlDocuments.Text(node, "answer") is { } answer) return new Intent.Direct(id, answer);
        var program = YamlDocuments.Text(node, "program") ?? throw Missing(node.Start, "program or answer");
        var defaults = node.Children.TryGetValue("defaults", out var map)
            ? YamlDocuments.AsMapping(map, "defaults").Children.ToDictionary(p => $"{p.Key}", p => $"{p.Value}")
            : [];
        return new Intent.Program(id, new ProgramTemplate(program, defaults));
    }

    private static DatasetException Missing(Mark at, string what) =>
        new($"The intent at line {at.Line} has no {what}. Add it.");
}
