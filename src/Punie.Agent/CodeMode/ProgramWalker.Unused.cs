using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

/// <content>Results that a program asks for and does nothing with.</content>
internal sealed partial class ProgramWalker
{
    private static readonly string[] SeesAllNames = ["locals", "globals", "vars", "dir"];

    private readonly HashSet<string> _loaded = [];
    private readonly List<(CallExpression Call, string? Name)> _results = [];
    private int _tries;

    // Inside try, that a call does not raise can be all that a program wants to know.
    private void NoteResult(Expression value, string? name)
    {
        var bare = value is AwaitExpression awaited ? awaited.Value : value;
        if (_tries == 0 && bare is CallExpression call && _useOfNode.ContainsKey(call)) _results.Add((call, name));
    }

    // Only where nothing else is wrong: a call that fails has no result to use.
    private void ReportUnused()
    {
        if (_problems.Count > 0 || _visits > MostVisits || SeesAllNames.Any(_loaded.Contains)) return;
        foreach (var (call, name) in _results)
        {
            var use = _uses[_useOfNode[call]];
            var tool = use.Tool;
            if (ToolUse.EffectOf(tool, use.Arguments) != ToolEffect.Read
                || (name != null && (_loaded.Contains(name) || name[0] == '_'))) continue;
            var result = name == null ? $"the result of {tool.Name}()" : $"{name}, the result of {tool.Name}(),";
            Report(call, $"{result} is never used; print what is needed from it{Example(tool)}");
        }

        if (_problems.Count > 0 || _uses.Count == 0 || _loaded.Contains("print")) return;
        if (_uses.Any(use => ToolUse.EffectOf(use.Tool, use.Arguments) != ToolEffect.Read)) return;
        Report(_uses[^1].Node,
            $"the program prints nothing, so nobody sees what {_uses[^1].Tool.Name}() found; print the answer");
    }

    private static string Example(Tool tool) => tool.Result switch
    {
        ToolType.Record { Schema.Fields: [var first, ..] } => $", such as .{first.Name}",
        _ => "",
    };
}
