namespace Punie.Fuzz.Programs;

/// <content>Expressions.</content>
internal sealed partial class ProgramWriter
{
    private static readonly string[] Arithmetic = ["+", "-", "*", "//", "%", "/", "**", "<<", ">>", "&", "|", "^", "@"];
    private static readonly string[] Comparisons = ["<", "<=", ">", ">=", "==", "!=", "in", "not in", "is", "is not"];

    private string Expression(Kind kind, int depth)
    {
        if (depth <= 0) return Chance(3) ? Name() : Literal(kind);
        if (Chance(9)) return Name();
        if (Chance(14)) kind = (Kind)_random.Next((int)Kind.Any + 1);
        if (Chance(10)) return General(depth);
        if (Chance(9)) return MethodCall(depth);
        if (Chance(12)) return ModuleCall(depth);
        if (Chance(25)) return HostCall(depth);
        return kind switch
        {
            Kind.Int => IntExpression(depth - 1),
            Kind.Float => FloatExpression(depth - 1),
            Kind.Bool => BoolExpression(depth - 1),
            Kind.Str => TextExpression(depth - 1),
            Kind.List => ListExpression(depth - 1),
            Kind.Tuple =>
                Chance(2)
                ? $"tuple({Expression(Kind.List, depth - 1)})"
                : $"({Expression(Kind.Any, depth - 1)}, {Many(() => Expression(Kind.Any, depth - 2), 3)})",
            Kind.Dict => DictExpression(depth - 1),
            Kind.Set => SetExpression(depth - 1),
            Kind.Iterator => IteratorExpression(depth - 1),
            Kind.Function => FunctionExpression(depth - 1),
            Kind.Bytes => Pick(Literals.BytesTexts),
            _ => General(depth),
        };
    }

    private string Literal(Kind kind) => kind switch
    {
        Kind.Int => Pick(Literals.Ints),
        Kind.Float => Pick(Literals.Floats),
        Kind.Bool => Chance(2) ? "True" : "False",
        Kind.Str => Pick(Literals.Texts),
        Kind.Bytes => Pick(Literals.BytesTexts),
        Kind.List =>
            Pick(["[]", "[1, 2, 3]", "list('hello')", "[[1], [2, 3]]", "[None] * 5", "list(range(20))",
            "[0.5, 'x', None]"]),
        Kind.Tuple => Pick(["()", "(1,)", "(1, 'a', None)", "((1, 2), (3,))"]),
        Kind.Dict =>
            Pick(["{}", "{'a': 1}", "{1: [2], (3,): {4}}", "dict.fromkeys('abcabc', [])",
            "dict(zip('abc', range(9)))"]),
        Kind.Set => Pick(["set()", "{1, 2}", "{'a', 1.0, None}", "frozenset('abc')"]),
        Kind.Iterator =>
            Pick(["iter([1, 2])", "range(10)", "range(10**20)", "range(5, -5, -2)", "enumerate('ab')",
            "zip('ab', [1])", "map(str, [1])", "itertools.count(3)", "itertools.repeat(1)", "itertools.cycle('ab')"]),
        Kind.Function =>
            Pick(["len", "str", "int", "repr", "(lambda x: x)", "(lambda *a, **k: (a, k))", "sorted", "print",
            "operator.itemgetter(0)", "type", "float", "max"]),
        _ => Literal((Kind)_random.Next((int)Kind.Any)),
    };

    private string General(int depth) => _random.Next(14) switch
    {
        0 => $"({Expression(Kind.Any, depth - 1)} if {Expression(Kind.Bool, depth - 1)} else {Expression(Kind.Any, depth - 1)})",
        1 => $"{Primary(depth)}[{Index(depth)}]",
        2 => $"({Target()} := {Expression(Kind.Any, depth - 1)})",
        3 => $"{BuiltinCall(depth)}",
        4 => $"({Expression(Kind.Any, depth - 1)} {Pick(["and", "or"])} {Expression(Kind.Any, depth - 1)})",
        5 => $"({Expression(Kind.Any, depth - 1)} {Pick(Arithmetic)} {Expression(Kind.Any, depth - 1)})",
        6 => _classes.Count > 0 ? $"{Pick(_classes)}({Arguments(depth)})" : Literal(Kind.Any),
        7 => $"{Pick(_functions)}({Arguments(depth)})",
        8 => $"{Primary(depth)}.{Pick(["real", "name", "x", "y", "__class__", "__name__", "__dict__", "value", "args", "__mro__", "__doc__", "__len__", "__code__"])}",
        9 when _place.HasFlag(Place.Async) =>
            $"await {Pick(["asyncio.sleep(0)", "fetch('u')", "asyncio.gather(fetch('a'), fetch('err'), return_exceptions=True)", Expression(Kind.Any, depth - 1)])}",
        10 when _place.HasFlag(Place.Function) && !_place.HasFlag(Place.Async) && Chance(2) =>
            $"(yield {Expression(Kind.Any, depth - 1)})",
        11 => $"getattr({Expression(Kind.Any, depth - 1)}, {Expression(Kind.Str, 0)}, {Expression(Kind.Any, 0)})",
        12 => $"isinstance({Expression(Kind.Any, depth - 1)}, ({Pick(_vocabulary.Builtins)}, int))",
        _ => Expression((Kind)_random.Next((int)Kind.Any), depth - 1),
    };

    private string Primary(int depth) => Chance(2) ? Name() : $"({Expression(Kind.Any, depth - 1)})";

    private string Index(int depth) => _random.Next(5) switch
    {
        0 => $"{Expression(Kind.Int, 0)}:{Expression(Kind.Int, 0)}",
        1 => $"::{Expression(Kind.Int, 0)}",
        2 => Expression(Kind.Str, 0),
        3 => Expression(Kind.Any, depth - 1),
        _ => Expression(Kind.Int, depth - 1),
    };

    private string IntExpression(int depth) => _random.Next(8) switch
    {
        0 => $"len({Expression((Kind)_random.Next((int)Kind.Str, (int)Kind.Iterator), depth)})",
        1 => $"int({Expression(Chance(2) ? Kind.Str : Kind.Float, depth)}{(Chance(4) ? ", " + Expression(Kind.Int, 0) : "")})",
        2 => $"{Pick(["-", "~", "+"])}{Expression(Kind.Int, depth)}",
        3 => $"{Pick(["sum", "min", "max", "len", "hash"])}({Expression(Kind.List, depth)})",
        4 => $"pow({Expression(Kind.Int, depth)}, {Expression(Kind.Int, 0)}, {Expression(Kind.Int, 0)})",
        5 => Literal(Kind.Int),
        _ => $"({Expression(Kind.Int, depth)} {Pick(Arithmetic)} {Expression(Kind.Int, depth)})",
    };

    private string FloatExpression(int depth) => _random.Next(4) switch
    {
        0 => $"math.{Pick(["sqrt", "sin", "log", "floor", "exp", "gamma", "ulp", "modf", "atan", "fsum"])}({Expression(Kind.Float, depth)})",
        1 => $"round({Expression(Kind.Float, depth)}, {Expression(Kind.Int, 0)})",
        2 => $"({Expression(Kind.Float, depth)} {Pick(Arithmetic)} {Expression(Kind.Int, depth)})",
        _ => Literal(Kind.Float),
    };

    private string BoolExpression(int depth) => _random.Next(4) switch
    {
        0 => $"not {Expression(Kind.Any, depth)}",
        1 => $"{Expression(Kind.Int, depth)} {Pick(Comparisons)} {Expression(Kind.Int, depth)} {Pick(Comparisons)} {Expression(Kind.Any, depth)}",
        2 => $"{Pick(["any", "all", "callable", "bool"])}({Expression(Kind.List, depth)})",
        _ => $"({Expression(Kind.Any, depth)} {Pick(Comparisons)} {Expression(Kind.Any, depth)})",
    };

    private string TextExpression(int depth) => _random.Next(8) switch
    {
        0 => FormattedString(depth),
        1 => $"({Expression(Kind.Str, depth)} % {Expression(Chance(2) ? Kind.Tuple : Kind.Dict, depth)})",
        2 => $"{Expression(Kind.Str, 0)}.format({Arguments(depth)})",
        3 => $"{Expression(Kind.Str, 0)}.join(map(str, {Expression(Kind.Iterator, depth)}))",
        4 => $"{Pick(["str", "repr", "ascii", "chr", "hex", "json.dumps"])}({Expression(Kind.Any, depth)})",
        5 => $"({Expression(Kind.Str, depth)} * {Expression(Kind.Int, 0)})",
        6 => $"format({Expression(Kind.Any, depth)}, {Expression(Kind.Str, 0)})",
        _ => Literal(Kind.Str),
    };

    private string FormattedString(int depth)
    {
        var spec = Pick(Literals.Formats).Replace("{w}", "{" + Name() + "}", StringComparison.Ordinal)
            .Replace("{p}", "{3}", StringComparison.Ordinal);
        var separator = spec.Length > 0 && spec[0] != '!' ? ":" : "";
        return $"f\"x{{{Name()}{separator}{spec}}} {{({Expression(Kind.Any, depth - 1).Replace("\"", "'", StringComparison.Ordinal)})}} {{{{}}}} {{1+1=}}\"";
    }

    private string ListExpression(int depth) => _random.Next(6) switch
    {
        0 => $"[{Expression(Kind.Any, depth)} {Comprehension(depth)}]",
        1 => $"sorted({Expression(Kind.Iterator, depth)}, key={Expression(Kind.Function, depth)}, reverse={Expression(Kind.Bool, 0)})",
        2 => $"list({Expression(Kind.Iterator, depth)})[:50]",
        3 => $"[*{Expression(Kind.List, depth)}, {Expression(Kind.Any, depth)}]",
        4 => $"re.{Pick(["findall", "split", "sub", "match", "search", "fullmatch"])}({Expression(Kind.Str, 0)}, {Expression(Kind.Str, depth)})",
        _ => $"[{Many(() => Expression(Kind.Any, depth), 4)}]",
    };

    private string Comprehension(int depth)
    {
        var condition = Chance(2) ? $" if {Expression(Kind.Bool, depth - 1)}" : "";
        var inner = Chance(4) ? $" for {Target()} in {Expression(Kind.List, 0)}" : "";
        return $"for {Target()} in {Expression(Kind.List, depth - 1)}{condition}{inner}";
    }

    private string DictExpression(int depth) => _random.Next(5) switch
    {
        0 => $"{{{Expression(Kind.Any, 0)}: {Expression(Kind.Any, depth)} {Comprehension(depth)}}}",
        1 => $"{{**{Expression(Kind.Dict, depth)}, {Expression(Kind.Str, 0)}: {Expression(Kind.Any, depth)}}}",
        2 => $"collections.{Pick(["Counter", "OrderedDict", "defaultdict", "ChainMap"])}({Expression(Kind.Any, depth)})",
        3 => $"({Expression(Kind.Dict, depth)} | {Expression(Kind.Dict, depth)})",
        _ => Literal(Kind.Dict),
    };

    private string SetExpression(int depth) => _random.Next(3) switch
    {
        0 => $"{{{Expression(Kind.Int, depth)} {Comprehension(depth)}}}",
        1 => $"({Expression(Kind.Set, depth)} {Pick(["|", "&", "-", "^", "<="])} {Expression(Kind.Set, depth)})",
        _ => $"set({Expression(Kind.Str, depth)})",
    };

    private string IteratorExpression(int depth) => _random.Next(6) switch
    {
        0 => $"({Expression(Kind.Any, depth)} {Comprehension(depth)})",
        1 => $"{Pick(["map", "filter"])}({Expression(Kind.Function, depth)}, {Expression(Kind.List, depth)})",
        2 => $"itertools.{Pick(["chain", "product", "permutations", "combinations", "accumulate", "groupby", "islice", "takewhile", "zip_longest", "pairwise", "batched", "tee"])}({Arguments(depth)})",
        3 => $"reversed({Expression(Kind.List, depth)})",
        4 => $"range({Expression(Kind.Int, 0)}, {Expression(Kind.Int, 0)}, {Expression(Kind.Int, 0)})",
        _ => Literal(Kind.Iterator),
    };

    private string FunctionExpression(int depth) => _random.Next(4) switch
    {
        0 => $"(lambda {Target()}, *args, {Target()}k={Expression(Kind.Any, 0)}: {Expression(Kind.Any, depth)})",
        1 => $"functools.partial({Expression(Kind.Function, depth)}, {Arguments(depth)})",
        2 => Pick(_functions),
        _ => Literal(Kind.Function),
    };

    private string Arguments(int depth)
    {
        var arguments = Many(() => Expression(Kind.Any, depth - 1), 3);
        if (Chance(10)) arguments += (arguments.Length > 0 ? ", " : "") + $"*{Expression(Kind.List, 0)}";
        if (Chance(10))
            arguments += (arguments.Length > 0 ? ", " : "")
            + Pick(["key=len", "default=0", "x=1", "**{'y': 2}", "sep='-'", "reverse=True", "start=5", "initial=3",
            "indent=2", "maxsplit=1", "count=2"]);
        return arguments;
    }

    private string BuiltinCall(int depth) => $"{Pick(_vocabulary.Builtins)}({Arguments(depth)})";

    private string MethodCall(int depth)
    {
        var (sample, methods) = Pick(_vocabulary.Types);
        if (Chance(3)) return $"{Primary(depth)}.{Pick(methods)}({Arguments(depth)})";
        _modules.UnionWith(Vocabulary.ModulesOf(sample));
        return $"({sample}).{Pick(methods)}({Arguments(depth)})";
    }

    private string ModuleCall(int depth)
    {
        var (module, members) = Pick(_vocabulary.Modules);
        _modules.Add(module);
        var member = $"{module}.{Pick(members)}";
        return Chance(4) ? member : $"{member}({Arguments(depth)})";
    }

    private string HostCall(int depth) => $"{Pick(["add", "echo", "fail", "get_order", "fetch"])}({Arguments(depth)})";
}
