using Punie.Agent.Tools;
using Punie.Chat.Grammars;
using static Punie.Agent.CodeMode.Router.RuleSet;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>Tool calls with real parameters and arguments of the right type.</summary>
internal sealed class CallRules(RuleSet rules, ValueRules values, ArgumentStrings strings)
{
    /// <summary><c>types = typecheck("src")</c>.</summary>
    public GrammarExpression Assign(Tool tool, RouterScope scope) =>
        rules.Define($"assign-{tool.Name}-{scope.LoopKey}", () =>
            Sequence(Literal($"{RouterNames.Variable(tool)} = "), Call(tool, scope)));

    /// <summary>
    /// A print of a call that needs no name: <c>print(read_file("a.py"))</c>,
    /// <c>print(typecheck("src").error_count)</c>.
    /// </summary>
    public GrammarExpression PrintCall(RouterScope scope, IReadOnlyList<Tool> tools) =>
        rules.Define($"print-call-{scope.LoopKey}", () =>
            Between("print(", Choice([.. tools.SelectMany(tool => Printable(tool, scope))]), ")"));

    private IEnumerable<GrammarExpression> Printable(Tool tool, RouterScope scope)
    {
        var call = Call(tool, scope);
        if (tool.Result.Bare() is ToolType.Str)
        {
            yield return Sequence(call, Optional(Literal(".strip()")));
            yield return Between("len(", Sequence(call, Literal(".splitlines()")), ")");
        }

        if (RouterName.Of("", tool.Result) is not { Record: not null } result) yield break;
        var fields = result.Fields(type => type is ToolType.Int or ToolType.Float or ToolType.Bool or ToolType.Str)
            .ToList();
        if (fields.Count > 0) yield return Sequence(call, Literal("."), AnyOf(fields));
        var lists = result.Fields(type => type is ToolType.List).ToList();
        if (lists.Count > 0) yield return Between("len(", Sequence(call, Literal("."), AnyOf(lists)), ")");
    }

    private GrammarExpression Call(Tool tool, RouterScope scope) =>
        rules.Define($"call-{tool.Name}-{scope.LoopKey}", () =>
            Between($"{tool.Name}(", OneOf(Arguments(tool, scope))!, ")"));

    // The first few by position, then any of the others by name, in order.
    private IEnumerable<GrammarExpression> Arguments(Tool tool, RouterScope scope)
    {
        var required = tool.Parameters.Count(parameter => parameter.Default == null);
        for (var positional = required; positional <= tool.Parameters.Count; positional++)
        {
            var optional = tool.Parameters.Count - positional;
            for (var chosen = 0; chosen < 1 << optional; chosen++)
            {
                var given = tool.Parameters.Take(positional)
                    .Select(parameter => Value(parameter.Name, parameter.Type, scope)).ToList();
                for (var i = 0; i < optional; i++)
                {
                    if ((chosen & (1 << i)) == 0) continue;
                    var parameter = tool.Parameters[positional + i];
                    given.Add(Sequence(Literal($"{parameter.Name}="), Value(parameter.Name, parameter.Type, scope)));
                }

                yield return Separated(given);
            }
        }
    }

    private static GrammarExpression Separated(IReadOnlyList<GrammarExpression> items) =>
        Sequence([.. items.SelectMany((item, i) => i == 0 ? [item] : new[] { Literal(", "), item })]);

    private GrammarExpression Value(string parameter, ToolType type, RouterScope scope) => type.Bare() switch
    {
        ToolType.Int => rules.Number,
        ToolType.Float => Sequence(rules.Number, Optional(Sequence(Literal("."), rules.Number))),
        ToolType.Bool => AnyOf(["True", "False"]),
        ToolType.List list => Between("[", Sequence(
            Value(parameter, list.Item, scope),
            Repeat(Sequence(Literal(", "), Value(parameter, list.Item, scope)), 0, 9)), "]"),
        _ => OneOf([strings.Of(parameter), .. scope.Loops.Where(loop => loop.Record != null).Select(values.Text)])!,
    };
}
