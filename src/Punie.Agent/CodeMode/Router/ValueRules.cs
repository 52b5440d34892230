using Punie.Agent.Tools;
using Punie.Chat.Grammars;
using static Punie.Agent.CodeMode.Router.RuleSet;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>
/// Expressions over one name: its fields, its lists and conditions on them. Null where a name has none of a kind.
/// </summary>
internal sealed class ValueRules(RuleSet rules, ArgumentStrings strings)
{
    private static readonly string[] Separators = [", ", "\\n", " "];

    /// <summary>Texts.</summary>
    public GrammarExpression? Text(RouterName name)
    {
        var texts = name.Record == null
            ? [name.Name]
            : name.Fields(type => type is ToolType.Str).Select(f => $"{name.Name}.{f}").ToList();
        return texts.Count == 0
            ? null
            : rules.Define($"text-{name.Name}", () => Sequence(AnyOf(texts), Optional(rules.Slice)));
    }

    /// <summary>Numbers that are fields.</summary>
    public GrammarExpression? Number(RouterName name) =>
        Field(name, "number", type => type is ToolType.Int or ToolType.Float);

    /// <summary>Truths that are fields.</summary>
    public GrammarExpression? Truth(RouterName name) => Field(name, "truth", type => type is ToolType.Bool);

    /// <summary>Fields that print on one line.</summary>
    public GrammarExpression? Scalar(RouterName name) => OneOf([Text(name), Number(name), Truth(name)]);

    /// <summary>Numbers, counted ones too.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isInText">True inside an f-string, where a condition's quotes would be hard to read.</param>
    public GrammarExpression? Amount(RouterName name, bool isInText)
    {
        var counts = name.Lists().Select(list => Count(list, isInText)).Append(Number(name));
        return OneOf(counts) is { } some
            ? rules.Define($"amount-{(isInText ? "in-" : "")}{name.Name}", () => some)
            : null;
    }

    /// <summary>The list itself: whole, sorted, cut.</summary>
    public GrammarExpression Items(RouterList list) => rules.Define($"items-{list.Key}", () =>
    {
        var keys = OneOf([Number(list.Item), Text(list.Item)]);
        var sorted = keys == null || list.Item.Record == null
            ? Between("sorted(", Literal(list.Path), ")")
            : Sequence(
                Literal($"sorted({list.Path}, key=lambda {list.Item.Name}: "), keys,
                Optional(Literal(", reverse=True")), Literal(")"));
        return Sequence(Choice(Literal(list.Path), sorted), Optional(rules.Slice));
    });

    /// <summary>Each different value once: <c>sorted({e.file for e in types.errors})</c>.</summary>
    public GrammarExpression Distinct(RouterList list, string field) =>
        rules.Define($"distinct-{list.Key}-{field}", () => Sequence(
            Literal($"sorted({{{list.Item.Name}.{field} for {list.Item.Name} in {list.Path}"), If(list), Literal("})"),
            Optional(rules.Slice)));

    /// <summary>Texts of a list in one: <c>", ".join(…)</c>.</summary>
    public GrammarExpression? Joined(RouterList list)
    {
        if (Text(list.Item) is not { } text) return null;
        return rules.Define($"joined-{list.Key}", () =>
        {
            var each = Sequence(Choice(text, OwnText(list.Item)), Loop(list), If(list));
            var distinct = list.Item.Record == null
                ? []
                : list.Item.Fields(type => type is ToolType.Str).Select(field => Distinct(list, field));
            var separator = AnyOf(Separators.Select(separator => $"\"{separator}\".join("));
            return Sequence(separator, OneOf([each, .. distinct])!, Literal(")"));
        });
    }

    /// <summary>A whole list or set as Python prints it.</summary>
    public GrammarExpression? Collected(RouterList list)
    {
        if (Scalar(list.Item) is not { } item) return null;
        return rules.Define($"collected-{list.Key}", () =>
        {
            var each = Sequence(item, Loop(list), If(list));
            return Choice(
                Between("[", each, "]"), Between("{", each, "}"), Between("set(", each, ")"),
                Between("sorted({", each, "})"), Between("sorted(", each, ")"), Between("sorted([", each, "])"));
        });
    }

    /// <summary>A condition on one name.</summary>
    public GrammarExpression? Condition(RouterName name)
    {
        var text = Text(name) is { } t ? TextCondition(t) : null;
        var truth = Truth(name) is { } b ? Sequence(Optional(Literal("not ")), b) : null;
        var number = Amount(name, isInText: true) is { } n ? Sequence(n, rules.Compare, rules.Number) : null;
        var lists = name.Record == null
            ? []
            : name.Lists().Select(list => (GrammarExpression)Sequence(Optional(Literal("not ")), Literal(list.Path)));
        return OneOf([text, truth, number, .. lists]) is { } any
            ? rules.Define($"condition-{name.Name}", () => any)
            : null;
    }

    /// <summary><c> for e in types.errors</c>.</summary>
    public static GrammarExpression Loop(RouterList list) => Literal($" for {list.Item.Name} in {list.Path}");

    /// <summary>An f-string over one name's fields.</summary>
    public GrammarExpression OwnText(RouterName name) => rules.Define($"own-text-{name.Name}", () =>
    {
        var hole = Scalar(name) is { } scalar ? Between("{", scalar, "}") : null;
        return Sequence(Literal("f\""), ZeroOrMore(OneOf([rules.Chunk, hole])!), Literal("\""));
    });

    private GrammarExpression? Field(RouterName name, string kind, Func<ToolType, bool> fits)
    {
        var fields = name.Fields(fits).Select(field => $"{name.Name}.{field}").ToList();
        return fields.Count == 0 ? null : rules.Define($"{kind}-{name.Name}", () => AnyOf(fields));
    }

    private GrammarExpression Count(RouterList list, bool isInText) =>
        rules.Define($"count-{(isInText ? "in-" : "")}{list.Key}", () =>
    {
        var condition = isInText ? Empty : If(list);
        var ways = new List<GrammarExpression> { Between("len(", Literal(list.Path), ")") };
        if (Scalar(list.Item) is { } item) ways.Add(Between("len({", Sequence(item, Loop(list), condition), "})"));
        if (Number(list.Item) is { } number) ways.Add(Between("sum(", Sequence(number, Loop(list), condition), ")"));
        if (!isInText && Condition(list.Item) is { } counted)
        {
            var which = Sequence(Loop(list), Literal(" if "), counted);
            ways.Add(Between("sum(1", which, ")"));
            ways.Add(Between($"len([{list.Item.Name}", which, "])"));
        }

        return Choice([.. ways]);
    });

    private GrammarExpression If(RouterList list) =>
        Condition(list.Item) is { } condition ? Optional(Sequence(Literal(" if "), condition)) : Empty;

    private GrammarExpression TextCondition(GrammarExpression text) => Choice(
        Sequence(text, AnyOf([" == ", " != "]), rules.String),
        Sequence(text, AnyOf([" in ", " not in "]), rules.Strings),
        Sequence(strings.Sought, AnyOf([" in ", " not in "]), text),
        Sequence(text, AnyOf([".startswith(", ".endswith("]), rules.String, Literal(")")));
}
