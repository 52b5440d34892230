using Punie.Agent.Tools;
using Punie.Chat.Grammars;
using static Punie.Agent.CodeMode.Router.RuleSet;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>
/// The programs that a router may write: it parses, every tool, argument, field and variable is real, every result is
/// assigned before it is read, and something is printed.
/// </summary>
/// <remarks>
/// Not covered: three results with two nested loops, loops over plain values with more than prints inside, and
/// everything else that Python has.
/// </remarks>
public sealed class ProgramGrammar
{
    private readonly RuleSet _rules = new();
    private readonly ValueRules _values;
    private readonly CallRules _calls;
    private readonly IReadOnlyList<Tool> _tools;

    private ProgramGrammar(ToolCatalog catalog, string? request)
    {
        _tools = catalog.Tools;
        var strings = new ArgumentStrings(_rules, request);
        _values = new ValueRules(_rules, strings);
        _calls = new CallRules(_rules, _values, strings);
    }

    /// <summary>Makes the grammar from the tools' declarations.</summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="request">The text that names and contents have to stand in; null to allow any.</param>
    /// <remarks>The text has no line end behind the last line. Rules are made when a text first reaches them.</remarks>
    public static Grammar Create(ToolCatalog catalog, string? request = null)
    {
        const string Root = "program";
        var grammar = new ProgramGrammar(catalog, request);
        grammar._rules.Define(Root, () => grammar.Block(RouterScope.Empty, 0));
        return Grammar.Lazy(Root, grammar._rules.Find);
    }

    // A block is its first statement, then the rest in the scope that the first one leaves behind.
    private GrammarExpression Block(RouterScope scope, int depth) =>
        _rules.Define($"block-{scope.Key}-at-{depth}", () =>
    {
        var rest = Optional(Sequence(Literal("\n"), Block(scope, depth)));
        var statements = new List<GrammarExpression> { Sequence(_calls.PrintCall(scope, _tools), rest) };
        foreach (var tool in _tools)
        {
            if (scope.With(tool, _tools) is not { } after) continue;
            statements.Add(Sequence(_calls.Assign(tool, scope), Literal("\n"), Block(after, depth)));
        }

        if (!scope.IsEmpty)
        {
            statements.Add(Sequence(Print(scope), rest));
            if (scope.Allows(depth + 1))
            {
                statements.AddRange(Loops(scope, depth).Select(loop => Sequence(loop, rest)));
                statements.Add(Sequence(If(scope, depth), rest));
            }
        }

        return Sequence(Indent(depth), Choice([.. statements]));
    });

    private IEnumerable<GrammarExpression> Loops(RouterScope scope, int depth)
    {
        foreach (var list in scope.Names.SelectMany(name => name.Lists()))
        {
            if (scope.Inside(list.Item) is { } inside) yield return Sequence(LoopHead(list), Block(inside, depth + 1));
            if (DistinctFields(list).Any()) yield return LoopOverValues(list, depth);
        }
    }

    private GrammarExpression LoopHead(RouterList list) => _rules.Define($"loop-{list.Key}", () =>
        Between($"for {list.Item.Name} in ", _values.Items(list), ":\n"));

    // A field with the name of a result would hide the result.
    private IEnumerable<string> DistinctFields(RouterList list) => list.Item
        .Fields(type => type is ToolType.Str or ToolType.Int)
        .Where(field => _tools.All(tool => RouterNames.Variable(tool) != field));

    private GrammarExpression LoopOverValues(RouterList list, int depth) =>
        _rules.Define($"values-{list.Key}-at-{depth}", () =>
            Choice([.. DistinctFields(list).Select(field => Sequence(
                Literal($"for {field} in "), _values.Distinct(list, field), Literal(":\n"), PrintsOf(field, depth + 1)))]));

    private GrammarExpression PrintsOf(string value, int depth) => _rules.Define($"prints-of-{value}-at-{depth}", () =>
    {
        var hole = Between("{", Literal(value), "}");
        var text = Sequence(Literal("f\""), ZeroOrMore(Choice(_rules.Chunk, hole)), Literal("\""));
        var argument = Choice(Literal(value), text, _rules.String);
        return Sequence(Indent(depth), Literal("print("), argument, Repeat(Sequence(Literal(", "), argument), 0, 3),
            Literal(")"));
    });

    private GrammarExpression If(RouterScope scope, int depth)
    {
        var body = Sequence(Literal(":\n"), Block(scope, depth + 1));
        var next = Sequence(Literal("\n"), Indent(depth));
        return Sequence(
            Literal("if "), Condition(scope), body,
            Repeat(Sequence(next, Literal("elif "), Condition(scope), body), 0, 2),
            Optional(Sequence(next, Literal("else"), body)));
    }

    private GrammarExpression Condition(RouterScope scope) => _rules.Define($"condition-in-{scope.Key}", () =>
    {
        var one = OneOf([.. scope.Names.Select(_values.Condition), Membership(scope), Comparison(scope)])!;
        return Sequence(one, Repeat(Sequence(AnyOf([" and ", " or "]), one), 0, 2));
    });

    // "The changed files that have type errors": an item's text among the texts of another list.
    private GrammarExpression? Membership(RouterScope scope)
    {
        var texts = OneOf(scope.Loops.Where(loop => loop.Record != null).Select(_values.Text));
        var lists = scope.Results.SelectMany(name => name.Lists())
            .Where(list => list.Item.Record != null && scope.Loops.All(loop => loop.Name != list.Item.Name));
        var sets = OneOf(lists.Select(list => _values.Text(list.Item) is { } text
            ? Choice(
                Between("{", Sequence(text, ValueRules.Loop(list)), "}"),
                Between("[", Sequence(text, ValueRules.Loop(list)), "]"))
            : null));
        return texts == null || sets == null ? null : Sequence(texts, AnyOf([" in ", " not in "]), sets);
    }

    private GrammarExpression? Comparison(RouterScope scope) =>
        Amounts(scope) is { } amount ? Sequence(amount, _rules.Compare, amount) : null;

    private GrammarExpression? Amounts(RouterScope scope) =>
        OneOf(scope.Names.Select(name => _values.Amount(name, isInText: true))) is { } any
            ? _rules.Define($"amount-in-{scope.Key}", () => any)
            : null;

    private GrammarExpression Print(RouterScope scope)
    {
        var argument = Argument(scope);
        return Sequence(Literal("print("), argument, Repeat(Sequence(Literal(", "), argument), 0, 5), Literal(")"));
    }

    private GrammarExpression Argument(RouterScope scope) => _rules.Define($"argument-in-{scope.Key}", () =>
    {
        var simple = Choice(_rules.String, FormattedText(scope), Value(scope));
        var choice = Sequence(simple, Literal(" if "), Condition(scope), Literal(" else "), simple);
        return Choice(simple, choice);
    });

    private GrammarExpression Value(RouterScope scope) => _rules.Define($"value-in-{scope.Key}", () =>
    {
        var lists = scope.Names.SelectMany(name => name.Lists()).ToList();
        return OneOf(
        [
            .. scope.Names.Select(_values.Scalar),
            .. scope.Names.Select(name => _values.Amount(name, isInText: false)),
            .. lists.Select(_values.Joined),
            .. lists.Select(_values.Collected),
            Sum(scope),
        ])!;
    });

    private GrammarExpression FormattedText(RouterScope scope) => _rules.Define($"text-in-{scope.Key}", () =>
    {
        var hole = OneOf([.. scope.Names.Select(_values.Scalar), Amounts(scope), Sum(scope)])!;
        return Sequence(Literal("f\""), ZeroOrMore(Choice(_rules.Chunk, Between("{", hole, "}"))), Literal("\""));
    });

    private GrammarExpression? Sum(RouterScope scope) => Amounts(scope) is { } amount
        ? Sequence(amount, Repeat(Sequence(AnyOf([" + ", " - "]), amount), 1, 3))
        : null;

    private static GrammarExpression Indent(int depth) => Literal(new string(' ', 4 * depth));
}
