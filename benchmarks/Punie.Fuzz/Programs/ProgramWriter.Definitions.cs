namespace Punie.Fuzz.Programs;

/// <content>Functions, classes and coroutines.</content>
internal sealed partial class ProgramWriter
{
    private static readonly string[] Decorators =
        ["staticmethod", "classmethod", "property", "functools.lru_cache", "functools.cache", "functools.wraps(len)",
        "__import__('contextlib').contextmanager", "lambda f: f"];

    private static readonly string[] Specials =
    [
        "__init__", "__repr__", "__str__", "__eq__", "__lt__", "__hash__", "__len__", "__bool__", "__iter__",
        "__next__", "__contains__", "__getitem__", "__setitem__", "__delitem__", "__call__", "__add__",
        "__radd__", "__iadd__", "__mul__", "__neg__", "__getattr__", "__setattr__", "__enter__", "__exit__",
        "__format__", "__int__", "__index__", "__missing__", "__post_init__", "__init_subclass__",
        "__set_name__", "__get__", "__set__", "__await__", "__aiter__", "__anext__", "__new__", "__class_getitem__",
        "__reversed__", "__round__", "__float__", "__bytes__", "__dir__", "__copy__", "__deepcopy__",
        "__getattribute__",
        "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__replace__", "__buffer__", "utcoffset",
        "tzname", "dst", "fromutc",
    ];

    private void Function(int depth)
    {
        var name = $"f{_counter++}";
        if (Chance(6)) Line($"@{Pick(Decorators)}");
        Line($"def {name}{(Chance(12) ? "[T: int = str]" : "")}({Parameters()}){(Chance(5) ? " -> 'int'" : "")}:");
        if (Chance(3)) Block(() => Line($"\"\"\"doc {name}\"\"\""));
        if (Chance(5)) Block(() => Line($"global {Pick(["a", "b", "c", "d"])}"));
        else if (Chance(60)) Block(() => Line($"nonlocal {Name()}"));
        if (Chance(3)) _functions.Add(name);
        Suite(depth, Place.Function);
        _functions.Add(name);
        Line($"print({name}({Arguments(2)}))");
    }

    private string Parameters()
    {
        var parameters = new List<string>();
        for (var i = _random.Next(3); i > 0; i--) parameters.Add($"p{parameters.Count}");
        if (parameters.Count > 0 && Chance(4)) parameters.Add("/");
        for (var i = _random.Next(2); i > 0; i--) parameters.Add($"q{parameters.Count}={Expression(Kind.Any, 1)}");
        if (Chance(3)) parameters.Add("*args");
        else if (Chance(6)) parameters.Add($"*, k{parameters.Count}=None");
        if (Chance(4)) parameters.Add("**kwargs");
        return string.Join(", ", parameters);
    }

    private void Generator(int depth)
    {
        var name = $"g{_counter++}";
        Line($"def {name}({Parameters()}):");
        Block(() =>
        {
            Line($"for i in {Expression(Kind.Iterator, 1)}:");
            Block(() =>
                Line(Pick(
                ["yield i", "x = yield i", "yield from [i, i]", "got = (yield i) or 1; yield got",
                "yield {1: (yield)}"])));
        });
        Suite(depth, Place.Function);
        _functions.Add(name);
        Line(Pick(
            [$"print([v for _, v in zip(range(9), {name}())])", $"it = {name}(); next(it); it.send(1); it.close()",
            $"it = {name}(); next(it); it.throw(ValueError('t'))", $"print(list({name}())[:5])"]));
    }

    private void Coroutine(int depth)
    {
        var name = $"co{_counter++}";
        Line($"async def {name}(*args):");
        Block(() =>
        {
            Line(Pick(
                ["await asyncio.sleep(0)", "r = await fetch('u')", "async for q in ag(): print(q)",
                "x = [await fetch(u) for u in 'ab']", "x = await asyncio.gather(*[fetch(i) for i in range(3)])",
                "t = asyncio.create_task(fetch('z')); print(await t)",
                "await asyncio.wait_for(fetch('a'), 1)", "pass"]));
            Line("async def ag():");
            Block(() => Line("yield await fetch('s')"));
        });
        Suite(depth, Place.Function | Place.Async);
        Line(_place.HasFlag(Place.Async) ? $"await {name}()" : $"print(asyncio.run({name}()))");
    }

    private void Class(int depth)
    {
        var name = $"C{_counter++}";
        var bases = _classes.Count > 0 && Chance(2)
            ? Pick(_classes)
            : Pick(["", "object", "Exception", "list", "dict", "str", "int", "tuple", "enum.Enum", "typing.NamedTuple",
            "set", "float"]);
        if (Chance(4))
            Line(Pick(
            ["@dataclass", "@dataclass(frozen=True, order=True)", "@functools.total_ordering",
            "@dataclass(slots=True)"]));
        Line($"class {name}({bases}):");
        Block(() =>
        {
            if (Chance(3)) Line($"x: int = {Expression(Kind.Int, 1)}");
            if (Chance(4)) Line($"y: list = {Pick(["field(default_factory=list)", "None", "3"])}");
            if (Chance(4)) Line($"z = {Expression(Kind.Any, 1)}");
            for (var i = _random.Next(4); i > 0; i--) Method(name, depth);
            Line("def m(self): return getattr(self, 'x', None)");
        });
        _classes.Add(name);
        _names.Add($"o{_counter}");
        Line($"o{_counter++} = {name}({Arguments(1)})");
    }

    private void Method(string owner, int depth)
    {
        if (Chance(6)) Line($"@{Pick(Decorators)}");
        Line($"def {(Chance(3) ? "m" : Pick(Specials))}(self{(Chance(2) ? ", *args" : Chance(2) ? ", other=None" : "")}{(Chance(4) ? ", **kw" : "")}):");
        if (Chance(4))
            Block(() =>
                Line(Pick(
                [$"super().__init__(*{Name()})", $"self.x = {Name()}", $"super({owner}, self).m()",
                "self.__dict__.update(x=1)", "object.__setattr__(self, 'x', 1)"])));
        Suite(Math.Min(depth, 2), Place.Function);
    }

    private void Data()
    {
        var name = $"D{_counter++}";
        switch (_random.Next(4))
        {
            case 0:
                Line(
                    $"{name} = collections.namedtuple('{name}', 'x y', defaults=[{Expression(Kind.Any, 1)}])"); break;
            case 1: Line($"{name} = enum.Enum('{name}', 'x y')"); break;
            case 2:
                Line(
                    $"{name} = dataclasses.make_dataclass('{name}', ['x', ('y', int, {Expression(Kind.Int, 1)})])"); break;
            default: Line($"{name} = type('{name}', (object,), {{'x': {Expression(Kind.Any, 1)}}})"); break;
        }
        _classes.Add(name);
        Line($"{Target()} = {name}({Arguments(1)})");
    }
}
