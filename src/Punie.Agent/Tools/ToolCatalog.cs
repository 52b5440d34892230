using Punie.Agent.CodeMode;

namespace Punie.Agent.Tools;

/// <summary>The tools that one session offers, in the order in which they are shown.</summary>
public sealed class ToolCatalog
{
    private readonly Dictionary<string, Tool> _byName;

    /// <summary>Takes the tools in display order.</summary>
    /// <exception cref="ArgumentException">Two tools have one name.</exception>
    public ToolCatalog(IReadOnlyList<Tool> tools)
    {
        Tools = tools;
        Describe = new DescribeToolTool(this);
        Callable = [.. tools, Describe];
        _byName = Callable.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
        Records = RecordsOf(tools);
    }

    /// <summary>The tools in display order.</summary>
    public IReadOnlyList<Tool> Tools { get; }

    /// <summary>
    /// Tells a model about one of <see cref="Tools"/>; it is there in every session and is not one of them.
    /// </summary>
    public Tool Describe { get; }

    /// <summary>What a program can call: <see cref="Tools"/> and <see cref="Describe"/>.</summary>
    public IReadOnlyList<Tool> Callable { get; }

    /// <summary>
    /// Every record type of the results and arguments, each once, inner ones before those that hold them.
    /// </summary>
    public IReadOnlyList<RecordSchema> Records { get; }

    /// <summary>The one of <see cref="Callable"/> called <paramref name="name"/>, or null.</summary>
    public Tool? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Says that there is no tool called <paramref name="name"/>, and which one may be meant.</summary>
    public string WhyMissing(string name)
    {
        var names = Tools.Select(tool => tool.Name).ToList();
        var hint = Nearest.Hint(name, names);
        return $"there is no tool {name}{(hint.Length > 0 ? hint : $"; the tools are {string.Join(", ", names)}")}";
    }

    private static List<RecordSchema> RecordsOf(IReadOnlyList<Tool> tools)
    {
        var found = new List<RecordSchema>();
        foreach (var tool in tools) Collect(tool, found);
        return found;
    }

    /// <summary>Adds the records of a tool's arguments and result that are not there yet.</summary>
    internal static void Collect(Tool tool, List<RecordSchema> found)
    {
        foreach (var parameter in tool.Parameters) Collect(parameter.Type, found);
        Collect(tool.Result, found);
    }

    internal static void Collect(ToolType type, List<RecordSchema> found)
    {
        switch (type)
        {
            case ToolType.List list:
                Collect(list.Item, found);
                break;
            case ToolType.Optional optional:
                Collect(optional.Value, found);
                break;
            case ToolType.Record record when !found.Contains(record.Schema):
                // A field of the record's own kind needs nothing before it.
                foreach (var field in record.Schema.Fields.Where(field => !field.Type.IsOf(record.Schema)))
                    Collect(field.Type, found);
                found.Add(record.Schema);
                break;
        }
    }
}
