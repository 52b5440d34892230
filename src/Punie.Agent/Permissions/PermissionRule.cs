using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;

namespace Punie.Agent.Permissions;

/// <summary>
/// One line such as <c>allow run_command: command in [pytest, ruff]</c> or <c>deny write_file: path in [*.lock]</c>.
/// </summary>
/// <remarks>
/// Facts to test: run_command has <c>command</c> (the program), <c>line</c> (the whole command) and <c>cwd</c>;
/// write_file has <c>path</c>. In a pattern <c>*</c> stands for any text and <c>?</c> for one character.
/// </remarks>
public sealed record PermissionRule
{
    private static readonly Dictionary<string, string[]> KnownFacts = new(StringComparer.Ordinal)
    {
        ["run_command"] = ["command", "line", "cwd"],
        ["write_file"] = ["path"],
    };

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
    /// <param name="rule">The rule.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out PermissionRule? rule, [NotNullWhen(false)] out string? error)
    {
        rule = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var words = (colon < 0 ? text : text[..colon]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["allow" or "deny", var tool])
        {
            error = $"'{text}' is not a rule; write 'allow TOOL: FACT in [PATTERN, ...]' or 'deny TOOL: ...'";
            return false;
        }

        if (!KnownFacts.TryGetValue(tool, out var facts))
        {
            error = $"'{tool}' asks for no permission; rules can be about {string.Join(" and ", KnownFacts.Keys)}";
            return false;
        }

        var conditions = new List<Condition>();
        error = colon < 0 ? null : ReadConditions(text[(colon + 1)..], facts, conditions);
        if (error is not null) return false;

        rule = new PermissionRule(text.Trim(), words[0] == "allow", tool, conditions);
        return true;
    }

    /// <summary>True when the rule speaks about this request.</summary>
    public bool Fits(PermissionRequest request) =>
        request.Tool == Tool && Conditions.All(condition => condition.Holds(request.Change.Facts));

    /// <summary>The rule as it was written.</summary>
    public override string ToString() => _text;

    private static string? ReadConditions(string text, string[] facts, List<Condition> conditions)
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
