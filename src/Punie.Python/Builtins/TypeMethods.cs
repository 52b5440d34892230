using Punie.Python.Builtins.Functions;
using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>The explicit list of built-in types, their constructors and their method tables.</summary>
internal static class TypeMethods
{
    /// <summary>Types that programs can name.</summary>
    internal static readonly PyType[] Public =
    [
        Types.Object, Types.Type, Types.Int, Types.Bool, Types.Float, Types.Complex, Types.Str, Types.Bytes,
        Types.List, Types.Tuple, Types.Dict, Types.Set,
        Types.FrozenSet, Types.Range, Types.Slice, Types.Property, Types.StaticMethod, Types.ClassMethod, Types.Super,
        PyByteArray.ByteArrayType, PyMemoryView.ViewType, .. IterationFunctions.All,
    ];

    private static readonly Signature PropertySignature = Signature.Parse("fget=None, fset=None, fdel=None, doc=None");
    private static readonly Signature StrSignature = Signature.Parse("object=?, encoding=?, errors=?");

    /// <summary>Called once, before any program runs.</summary>
    internal static void DefineAll()
    {
        Types.Bool.IsFinal = Types.NoneType.IsFinal = Types.Range.IsFinal = Types.Slice.IsFinal =
            Types.Function.IsFinal = true;
        Types.Type.MakesDerivedInstances = true;
        Types.Object.New = ClassCreation.NewObject;
        Types.List.New = (ctx, _, a) => ctx.NewList(a.Values.Length == 0 ? [] : ctx.ToArray(One(ctx, "list", a)));
        Types.Tuple.New = (ctx, _, a) =>
            a.Values.Length == 1 && a.Values[0].Ref is PyTuple
            ? a.Values[0]
            : ctx.NewTuple(a.Values.Length == 0 ? [] : ctx.ToArray(One(ctx, "tuple", a)));
        Types.Bool.New = (ctx, _, a) => PyValue.Bool(a.Values.Length > 0 && ctx.Truth(One(ctx, "bool", a)));
        Types.Range.New = NewRange;
        Types.Set.New = (ctx, _, a) => NewSet(ctx, a, frozen: false);
        Types.FrozenSet.New = (ctx, _, a) => NewSet(ctx, a, frozen: true);
        Types.Property.New = NewProperty;
        Types.StaticMethod.New = (ctx, _, a) => ctx.New(new PyStaticMethod(One(ctx, "staticmethod", a)));
        Types.ClassMethod.New = (ctx, _, a) => ctx.New(new PyClassMethod(One(ctx, "classmethod", a)));
        Types.Super.New = NewSuper;
        Types.Str.New = NewStr;
        Types.Type.New = NewType;
        StrMethods.Define();
        BytesMethods.Define();
        ListMethods.Define();
        DictMethods.Define();
        SetMethods.Define();
        SequenceMethods.Define();
        NumberMethods.Define();
        Complex.ComplexMethods.Define();
        Types.Property.Define(
            new NativeFunction("getter", "self, function, /", (ctx, a) => With(ctx, a, 0)),
            new NativeFunction("setter", "self, function, /", (ctx, a) => With(ctx, a, 1)),
            new NativeFunction("deleter", "self, function, /", (ctx, a) => With(ctx, a, 2)));
        PyMemoryView.Define();
        GeneratorMethods.Define();
        Modules.Asyncio.FutureMethods.Define();
    }

    private static PyValue NewStr(RunContext ctx, PyType type, Arguments a)
    {
        if (a.Values.Length == 0) return PyValue.Str("", 0);
        if (a.Values.Length == 1 && a.Keywords is null) return OfOne(ctx, a.Values[0]);
        Span<PyValue> bound = [default, default, default];
        StrSignature.Bind(ctx, new SignatureOwner("str", false), a, bound);
        if (bound[1].IsUnbound && bound[2].IsUnbound) return bound[0].IsText ? bound[0] : ctx.Text(ctx.Str(bound[0]));
        if (ByteSource.Find(ctx, bound[0]) is not { } bytes)
            throw ctx.TypeError($"decoding to str: need a bytes-like object, {bound[0].TypeName} found");
        return Codecs.Decode(ctx, bytes, bound[1].IsUnbound
            ? PyValue.Str("utf-8") : bound[1], bound[2].IsUnbound ? PyValue.Str("strict")
            : bound[2]);
    }

    private static PyValue OfOne(RunContext ctx, PyValue value)
    {
        if (value.IsText) return value;
        if (!value.IsInt) return ctx.Text(ctx.Str(value));
        var digits = IntegerText.Of(value.Bits);
        return ctx.Text(digits, digits.Length);
    }

    // type(name, bases, namespace); with one argument the core answers.
    private static PyValue NewType(RunContext ctx, PyType type, Arguments a)
    {
        if (a.PositionalCount != 3) throw ctx.TypeError("type() takes 1 or 3 arguments");
        var name = Given.Text(ctx, a.Values[0], "type.__new__() argument 1 must be str");
        if (a.Values[1].Ref is not PyTuple bases)
            throw ctx.TypeError($"type.__new__() argument 2 must be tuple, not {a.Values[1].TypeName}");
        if (a.Values[2].Ref is not PyDict body)
            throw ctx.TypeError($"type.__new__() argument 3 must be dict, not {a.Values[2].TypeName}");
        var parents = bases.Items.Select(b => b.Ref as PyType ?? throw ctx.TypeError("bases must be types")).ToArray();
        if (body.ToPairs().Any(p => !p.Key.IsText)) throw ctx.TypeError("type() keywords must be strings");
        if (parents.Length == 0) parents = [Types.Object];
        return PyValue.Of(
            ClassCreation.Create(ctx,
            new ClassDefinition(name, parents, body.Copy(ctx), a.KeywordDict())
            {
                Metaclass =
            Metaclasses.Choose(ctx, type, parents)
            }));
    }

    private static PyValue NewProperty(RunContext ctx, PyType type, Arguments a)
    {
        Span<PyValue> bound = [default, default, default, default];
        PropertySignature.Bind(ctx, new SignatureOwner("property", false), a, bound);
        return ctx.New(
            new PyProperty(Given.OptionalFunction(bound[0]), Given.OptionalFunction(bound[1]),
            Given.OptionalFunction(bound[2]))
            { Documentation = Given.OptionalFunction(bound[3]) });
    }

    // super(type, object_or_type); without arguments the compiler knows both.
    private static PyValue NewSuper(RunContext ctx, PyType type, Arguments a)
    {
        if (a.Values.Length == 0) throw ctx.RuntimeError("super(): no arguments");
        if (a.Keywords is not null) throw ctx.TypeError("super() takes no keyword arguments");
        if (a.Values[0].Ref is not PyType after)
            throw ctx.TypeError($"super() argument 1 must be a type, not {a.Values[0].TypeName}");
        if (a.Values.Length != 2) throw ctx.TypeError($"super expected at most 2 arguments, got {a.Values.Length}");
        var order = a.Values[1].Ref is PyType derived && derived.IsSubclassOf(after) ? derived : a.Values[1].Type;
        if (!order.IsSubclassOf(after))
            throw ctx.TypeError("super(type, obj): obj must be an instance or subtype of type");
        return ctx.New(new PySuper(after, a.Values[1], order), 48);
    }

    private static PyValue With(RunContext ctx, ReadOnlySpan<PyValue> a, int part)
    {
        var old = (PyProperty)a[0].Ref!;
        return ctx.New(
            new PyProperty(part == 0
            ? a[1] : old.Getter, part == 1 ? a[1] : old.Setter, part == 2 ? a[1] : old.Deleter)
            {
                Name = old.Name,
                Documentation = part == 0 ? default
            : old.Documentation
            });
    }

    private static PyValue NewRange(RunContext ctx, PyType type, Arguments a)
    {
        if (a.Keywords is not null) throw ctx.TypeError("range() takes no keyword arguments");
        if (a.Values.Length is 0 or > 3)
            throw ctx.TypeError(
                $"range expected at {(a.Values.Length == 0 ? "least 1 argument" : "most 3 arguments")}, got "
                + $"{a.Values.Length}");
        var parts = new System.Numerics.BigInteger[a.Values.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!ctx.TryIndex(a.Values[i], out parts[i]))
                throw ctx.TypeError($"'{a.Values[i].TypeName}' object cannot be interpreted as an integer");
        }
        if (parts.Length == 3 && parts[2].IsZero) throw ctx.ValueError("range() arg 3 must not be zero");
        var (start, stop) = parts.Length == 1 ? (System.Numerics.BigInteger.Zero, parts[0]) : (parts[0], parts[1]);
        return ctx.New(new PyRange(start, stop, parts.Length == 3 ? parts[2] : System.Numerics.BigInteger.One));
    }

    private static PyValue NewSet(RunContext ctx, Arguments a, bool frozen)
    {
        var set = new PySet(frozen);
        if (a.Values.Length == 0) return ctx.New(set);
        var source = One(ctx, frozen ? "frozenset" : "set", a);
        if (source.Ref is PySet other)
        {
            if (frozen && other.IsFrozen) return source;
            set.Merge(ctx, other);
            return ctx.New(set);
        }
        var iterator = ctx.Iterate(source);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            set.Add(ctx, value);
        }
        return ctx.New(set);
    }

    private static PyValue One(RunContext ctx, string name, Arguments a)
    {
        if (a.Keywords is not null) throw ctx.TypeError($"{name}() takes no keyword arguments");
        return a.Values.Length == 1
            ? a.Values[0]
            : throw ctx.TypeError($"{name} expected at most 1 argument, got {a.Values.Length}");
    }

}
