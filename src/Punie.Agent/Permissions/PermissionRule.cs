using System.Diagnostics.CodeAnalysis;
using System.IO.Enumeration;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>
/// One line such as <c>allow run_command: command in [pytest, ruff]</c>, <c>deny write_file: path in [*.lock]</c> or
/// <c>allow github_create_issue: repo in [a, b]</c>.
/// </summary>
/// <remarks>
/// What can be tested is up to the tool (<see cref="Tools.Tool.Facts"/>): a command has <c>command</c> (the program),
/// <c>line</c> (all of it) and <c>cwd</c>; a write has <c>path</c>; a server's tool has its parameters. In a pattern
/// <c>*</c> stands for any text and <c>?</c> for one character, in the name of a server's tool too.
/// </remarks>
public sealed record PermissionRule
{
    private readonly string _text;
    private readonly string? _server;

    private PermissionRule(string text, string tool, string? server, IReadOnlyList<RuleCondition> conditions)
    {
        (_text, _server) = (text, server);
        Allows = text.StartsWith("allow ", StringComparison.Ordinal);
        Tool = tool;
        Conditions = conditions;
    }

    /// <summary>True for allow, false for deny.</summary>
    public bool Allows { get; }

    /// <summary>The tool that it is about; for tools of a server a pattern.</summary>
    public string Tool { get; }

    /// <summary>All of them must hold. None: every call of the tool.</summary>
    internal IReadOnlyList<RuleCondition> Conditions { get; private init; }

    /// <summary>Reads a rule. What it says about a server's tool is checked when the server runs.</summary>
    /// <param name="text">
    /// <c>allow TOOL</c> or <c>deny TOOL</c>, then optionally <c>: FACT in [PATTERN, …]</c>, more joined by <c>and</c>.
    /// </param>
    /// <param name="subjects">What it can be about.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse(
        string text, RuleSubjects subjects, [NotNullWhen(true)] out PermissionRule? rule,
        [NotNullWhen(false)] out string? error)
    {
        rule = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var words = (colon < 0 ? text : text[..colon]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["allow" or "deny", var name])
        {
            error = $"'{text}' is not a rule; write 'allow TOOL: FACT in [PATTERN, ...]' or 'deny TOOL: ...'";
            return false;
        }

        var tool = subjects.Tools.Find(name);
        var server = tool is null ? subjects.ServerOf(name) : null;
        if (server is null && tool is null or { Effect: ToolEffect.Read })
        {
            error = subjects.WhyNot(name);
            return false;
        }

        var conditions = new List<RuleCondition>();
        error = colon < 0 ? null : RuleCondition.Read(text[(colon + 1)..], tool?.Facts, conditions);
        if (error is not null) return false;

        var written = $"{words[0]} {name}{(colon < 0 ? "" : text[colon..].TrimEnd())}";
        rule = new PermissionRule(written, name, server, conditions);
        return true;
    }

    /// <summary>True when the rule speaks about this effect.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="change">One part of what would happen.</param>
    public bool Fits(string tool, RequestedChange change)
    {
        if (!Names(tool) || (_server is not null && change is not RequestedChange.ServerCall)) return false;
        if (change is RequestedChange.ServerCall call && call.Server != _server) return false;
        return Holds(change) || (!Allows && change is RequestedChange.CommandRun command && Holds(ByName(command)));
    }

    /// <summary>The rule as it was written.</summary>
    public override string ToString() => _text;

    /// <summary>True when it allows a tool whatever the call says.</summary>
    internal bool AllowsAll(string tool) => Allows && Conditions.Count == 0 && Names(tool);

    /// <summary>The rule as far as the tools of its server can keep it.</summary>
    /// <param name="offered">The tools of the servers that run, by server.</param>
    /// <param name="problems">Gets one line when it is about nothing.</param>
    /// <returns>
    /// The rule itself; one that forbids, but tests what the tools do not have, forbids every call.
    /// </returns>
    internal PermissionRule CheckedAgainst(
        IReadOnlyDictionary<string, IReadOnlyList<Tool>> offered, List<string> problems)
    {
        if (_server is null || !offered.TryGetValue(_server, out var tools)) return this;
        var named = tools.Where(tool => Names(tool.Name)).ToList();
        if (named.Count == 0)
        {
            var hint = Nearest.Hint(Tool, tools.Select(tool => tool.Name));
            problems.Add($"the rule '{this}' is about nothing: the server {_server} has no tool {Tool}{hint}");
            return this;
        }

        var facts = named.SelectMany(tool => tool.Facts).Distinct(StringComparer.Ordinal).ToList();
        if (Conditions.FirstOrDefault(condition => !facts.Contains(condition.Fact, StringComparer.Ordinal)) is not
            { } wrong) return this;

        var end = Allows ? "it allows nothing" : "it forbids every call until it is put right";
        var choice = facts.Count == 0 ? "it has none" : $"use one of {string.Join(", ", facts)}";
        problems.Add($"the rule '{this}' tests '{wrong.Fact}', which {Tool} does not have; {choice}; {end}");
        return Allows ? this : this with { Conditions = [] };
    }

    private bool Names(string tool) => _server is null
        ? tool == Tool
        : FileSystemName.MatchesSimpleExpression(Tool, tool, ignoreCase: false);

    private bool Holds(RequestedChange change) =>
        Conditions.All(condition => condition.Holds(change.Facts, needsEveryItem: Allows));

    // What forbids rm forbids /bin/rm too. What allows pytest does not allow ./pytest.
    private static RequestedChange.CommandRun ByName(RequestedChange.CommandRun command) =>
        new([Path.GetFileName(command.Words[0]), .. command.Words.Skip(1)], command.Line, command.Folder);
}
