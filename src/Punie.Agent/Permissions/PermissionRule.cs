using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>
/// One line such as <c>allow run_command: command in [pytest, ruff]</c> or <c>deny write_file: path in [*.lock]</c>.
/// </summary>
/// <remarks>
/// What can be tested is up to the tool (<see cref="Tools.Tool.Facts"/>): a command has <c>command</c> (the program),
/// <c>line</c> (all of it) and <c>cwd</c>; a write has <c>path</c>. In a pattern <c>*</c> stands for any text and <c>?</c>
/// for one character.
/// </remarks>
public sealed record PermissionRule
{
    private readonly string _text;

    private PermissionRule(string text, bool allows, string tool, IReadOnlyList<Condition> conditions)
    {
        _text = text;
        Allows = allows;
        Tool = tool;
        Conditions = conditions;
    }

    /// <summary>True for allow, false for deny.</summary>
    public bool Allows { get; }

    /// <summary>The tool that it is about.</summary>
    public string Tool { get; }

    /// <summary>All of them must hold. None: every call of the tool.</summary>
    internal IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">
    /// <c>allow TOOL</c> or <c>deny TOOL</c>, then optionally <c>: FACT in [PATTERN, …]</c>, more joined by <c>and</c>.
    /// </param>
    /// <param name="tools">The tools that it can be about.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse(
        string text, ToolCatalog tools, [NotNullWhen(true)] out PermissionRule? rule,
        [NotNullWhen(false)] out string? error)
    {
        rule = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var words = (colon < 0 ? text : text[..colon]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["allow" or "deny", var tool])
        {
            error = $"'{text}' is not a rule; write 'allow TOOL: FACT in [PATTERN, ...]' or 'deny TOOL: ...'";
            return false;
        }

        if (tools.Find(tool) is not { Effect: not ToolEffect.Read, Facts: var facts })
        {
            var known = tools.Tools.Where(one => one.Effect is not ToolEffect.Read).Select(one => one.Name).ToList();
            error = $"'{tool}' asks for no permission; rules can be about {Listed(known)}";
            return false;
        }

        var conditions = new List<Condition>();
        error = colon < 0 ? null : ReadConditions(text[(colon + 1)..], facts, conditions);
        if (error is not null) return false;

        rule = new PermissionRule(text.Trim(), words[0] == "allow", tool, conditions);
        return true;
    }

    /// <summary>True when the rule speaks about this effect.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="change">One part of what would happen.</param>
    public bool Fits(string tool, RequestedChange change) =>
        tool == Tool
            && (Holds(change) || (!Allows && change is RequestedChange.CommandRun command && Holds(ByName(command))));

    /// <summary>The rule as it was written.</summary>
    public override string ToString() => _text;

    private bool Holds(RequestedChange change) => Conditions.All(condition => condition.Holds(change.Facts));

    // What forbids rm forbids /bin/rm too. What allows pytest does not allow ./pytest.
    private static RequestedChange.CommandRun ByName(RequestedChange.CommandRun command) =>
        new([Path.GetFileName(command.Words[0]), .. command.Words.Skip(1)], command.Line, command.Folder);

    private static string Listed(List<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string? ReadConditions(string text, IReadOnlyList<string> facts, List<Condition> conditions)
    {
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split(" in ", 2, StringSplitOptions.TrimEntries);
            if (pieces is not [var fact, ['[', .. var list, ']']])
            {
                return $"'{part}' is not a condition; write 'FACT in [PATTERN, ...]'";
            }

            if (!facts.Contains(fact, StringComparer.Ordinal))
            {
                return $"there is no fact '{fact}'; use one of {string.Join(", ", facts)}";
            }

            var patterns = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (patterns.Length == 0) return $"'{part}' lists no pattern";
            conditions.Add(new Condition(fact, patterns));
        }

        return null;
    }

    internal sealed record Condition(string Fact, IReadOnlyList<string> Patterns)
    {
        public bool Holds(IReadOnlyDictionary<string, string> facts) =>
            facts.TryGetValue(Fact, out var value)
            && Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false));
    }
}
