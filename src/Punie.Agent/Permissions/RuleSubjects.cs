using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Mcp;

namespace Punie.Agent.Permissions;

/// <summary>What permission rules can be about: the tools that are there, and those that servers will bring.</summary>
/// <param name="Tools">The tools that are there.</param>
/// <param name="Servers">
/// The names of the project's servers, those too that nobody accepted yet: a rule about them is no mistake.
/// </param>
public sealed record RuleSubjects(ToolCatalog Tools, IReadOnlyList<string> Servers)
{
    /// <summary>The server whose tools have names that begin like this; of several the longest.</summary>
    internal string? ServerOf(string name) => Servers
        .Where(server => name.StartsWith(McpNames.Prefix(server), StringComparison.Ordinal))
        .MaxBy(server => server.Length);

    /// <summary>Says that no rule can be about a tool, and what rules can be about.</summary>
    internal string WhyNot(string name)
    {
        if (Tools.Find(name) is { Effect: ToolEffect.Read })
            return $"'{name}' asks for no permission; rules can be about {Listed()}";
        var near = Nearest.Hint(name, Known());
        return $"there is no tool '{name}'{(near.Length > 0 ? near : $"; rules can be about {Listed()}")}";
    }

    private IEnumerable<string> Known() =>
        Tools.Tools.Where(tool => tool.Effect is not ToolEffect.Read).Select(tool => tool.Name);

    private string Listed()
    {
        List<string> names = [.. Known(), .. Servers.Select(server => $"{McpNames.Prefix(server)}*")];
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
