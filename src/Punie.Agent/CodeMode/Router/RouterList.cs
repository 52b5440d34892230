using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode.Router;

/// <summary>A name of a router program with its type: a record or a text.</summary>
/// <param name="Name">As the program writes it.</param>
/// <param name="Record">Its fields; null for a text.</param>
internal sealed record RouterName(string Name, RecordSchema? Record)
{
    public static RouterName? Of(string name, ToolType type) => type.Bare() switch
    {
        ToolType.Record record => new RouterName(name, record.Schema),
        ToolType.Str => new RouterName(name, null),
        _ => null,
    };

    /// <summary>Names of the fields of a kind.</summary>
    public IEnumerable<string> Fields(Func<ToolType, bool> ofKind) =>
        Record?.Fields.Where(field => ofKind(field.Type.Bare())).Select(field => field.Name) ?? [];

    /// <summary>What can be iterated.</summary>
    public IEnumerable<RouterList> Lists()
    {
        if (Record == null)
        {
            yield return new RouterList($"{Name}.splitlines()", new RouterName(RouterNames.Line, null));
            yield break;
        }

        foreach (var field in Record.Fields)
        {
            if (field.Type.Bare() is not ToolType.List { Item: var item }) continue;
            var name = item.Bare() is ToolType.Record record
                ? RouterNames.Item(record.Schema)
                : RouterNames.Item(field);
            // A tree's children must not hide their parent; what they hold themselves has no name.
            if (name == Name) name = RouterNames.Inner;
            else if (Name == RouterNames.Inner) continue;
            if (RouterName.Of(name, item) is { } one) yield return new RouterList($"{Name}.{field.Name}", one);
        }
    }
}

/// <summary>A list in a router program.</summary>
/// <param name="Path">How it is written.</param>
/// <param name="Item">Its items' loop name.</param>
internal sealed record RouterList(string Path, RouterName Item)
{
    /// <summary>A rule's name for it.</summary>
    public string Key => Path.Replace('.', '-').Replace("()", "", StringComparison.Ordinal);
}
