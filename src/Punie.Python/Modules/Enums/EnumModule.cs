using System.Globalization;
using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Enums;

/// <summary><c>auto()</c>.</summary>
internal sealed class PyAuto() : PyObject(AutoType)
{
    internal static readonly PyType AutoType = PyType.Native("auto", "enum");

    /// <summary>Set when the class is made, in the order of its members.</summary>
    internal PyValue Value { get; set; }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        ctx.New(reflected ? new PyAutoExpression(op, other, AsValue) : new PyAutoExpression(op, AsValue, other), 64);
}

/// <summary><c>A | B</c> in the body of a flag class, where members by <c>auto()</c> have no values yet.</summary>
internal sealed class PyAutoExpression(BinaryOperator op, PyValue left, PyValue right) : PyObject(PyAuto.AutoType)
{
    internal PyValue Evaluate(RunContext ctx)
    {
        ctx.Enter();
        var result = ctx.Binary(op, ValueOf(ctx, left), ValueOf(ctx, right));
        ctx.Leave();
        return result;
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator outer, PyValue other, bool reflected) =>
        ctx.New(reflected
            ? new PyAutoExpression(outer, other, AsValue)
            : new PyAutoExpression(outer, AsValue, other), 64);

    private static PyValue ValueOf(RunContext ctx, PyValue value) => value.Ref switch
    {
        PyAuto auto => auto.Value,
        PyAutoExpression inner => inner.Evaluate(ctx),
        _ => value,
    };
}

/// <summary><c>member(value)</c>.</summary>
internal sealed class PyMember(PyValue value) : PyObject(MemberType)
{
    internal static readonly PyType MemberType = PyType.Native("member", "enum");

    internal PyValue Value { get; } = value;
}

/// <summary><c>nonmember(value)</c>: an ordinary class attribute.</summary>
internal sealed class PyNonMember(PyValue value) : PyObject(NonMemberType)
{
    internal static readonly PyType NonMemberType = PyType.Native("nonmember", "enum");

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type) => value;
}

/// <summary>
/// <c>enum</c>. The classes are made for each run, because programs derive from them and may change them.
/// </summary>
internal static class EnumModule
{
    private static readonly PyType Meta = PyType.Native("EnumType", "enum", Types.Type);

    static EnumModule() => PyAuto.AutoType.New = (ctx, _, _) => ctx.New(new PyAuto(), 40);

    internal static PyModule Load(RunContext ctx)
    {
        var root = Base("Enum", [Types.Object]);
        var integer = Base("IntEnum", [Types.Int, root]);
        var text = Base("StrEnum", [Types.Str, root]);
        var flag = Base("Flag", [root]);
        var integerFlag = Base("IntFlag", [Types.Int, flag]);
        PyBoundNative.Define(root, "__repr__", "self, /", (c, a) =>
            c.Text(Own(a[0], "_name_").IsNone
            ? $"<{a[0].Type.Name}: {c.Repr(Own(a[0], "_value_"))}>"
            : $"<{a[0].Type.Name}.{c.Str(Own(a[0], "_name_"))}: {c.Repr(Own(a[0], "_value_"))}>"));
        PyBoundNative.Define(root, "__str__", "self, /", (c, a) =>
            c.Text(Own(a[0], "_name_").IsNone
            ? $"{a[0].Type.Name}({c.Repr(Own(a[0], "_value_"))})"
            : $"{a[0].Type.Name}.{c.Str(Own(a[0], "_name_"))}"));
        PyBoundNative.Define(root, "__format__", "self, spec, /", (c, a) =>
            c.Text(c.Format(c.Text(c.Str(a[0])), c.Str(a[1]))));
        foreach (var type in new[] { integer, text, integerFlag })
        {
            PyBoundNative.Define(type, "__str__", "self, /", (c, a) => c.Text(c.Str(Own(a[0], "_value_"))));
            PyBoundNative.Define(type, "__format__", "self, spec, /", (c, a) =>
                c.Text(c.Format(Own(a[0], "_value_"), c.Str(a[1]))));
        }
        PyBoundNative.Define(root, "__setattr__", "self, name, value, /", SetAttribute);
        PyBoundNative.Define(root, "__hash__", "self, /", (c, a) =>
            PyValue.Int(
                c.Hash(((PyInstance)a[0].Ref!).Payload is { IsUnbound: false } inner ? inner : Own(a[0], "_name_"))));
        Flags.Define(flag);
        return NativeModule.Make(
            "enum",
            [
                new NativeFunction("unique", "enumeration", Unique),
                new NativeFunction("verify", "*checks", (_, _) =>
                    PyValue.Of(new NativeFunction("verify", "enumeration", (_, b) => b[0]))),
                new NativeFunction("member", "value", (c, a) => c.New(new PyMember(a[0]))),
                new NativeFunction("nonmember", "value", (c, a) => c.New(new PyNonMember(a[0]))),
                new NativeFunction("global_enum", "cls", (_, a) => a[0]),
            ],
            ("UNIQUE", PyValue.Str("one name per value")), ("CONTINUOUS", PyValue.Str("no skipped integer values")),
            ("NAMED_FLAGS", PyValue.Str("multi-flag aliases may not contain unnamed flags")),
            ("property", PyValue.Of(Types.Property)),
            ("Enum", PyValue.Of(root)), ("IntEnum", PyValue.Of(integer)), ("StrEnum", PyValue.Of(text)),
            ("Flag", PyValue.Of(flag)), ("IntFlag", PyValue.Of(integerFlag)),
            ("auto", PyValue.Of(PyAuto.AutoType)), ("EnumMeta", PyValue.Of(Meta)), ("EnumType", PyValue.Of(Meta)));
    }

    /// <summary>An attribute of a member itself.</summary>
    internal static PyValue Own(PyValue member, string name) =>
        (member.Ref as PyInstance)?.FindOwn(name) is { IsUnbound: false } value ? value : PyValue.None;

    private static PyValue SetAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = ctx.Str(a[1]);
        if (name is "name" or "value")
            throw ctx.AttributeError($"<enum 'Enum'> cannot set attribute '{name}'", a[0], name);
        ((PyInstance)a[0].Ref!).SetAttributeDirectly(ctx, name, a[2]);
        return PyValue.None;
    }

    private static PyType Base(string name, PyType[] bases) =>
        new(name, "enum", bases, PyType.Linearize(null, bases)!, Meta)
        {
            Derive = EnumCreation.Derive,
            Protocols = EnumCreation.Protocols
        };

    private static PyValue Unique(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var aliases = EnumCreation.Members(a[0].Ref as PyType ?? throw ctx.TypeError("unique() needs an enumeration"))
            .ToPairs()
            .Where(p => ctx.Str(EnumModule.Own(p.Value, "_name_")) != p.Key.Text)
            .Select(p => $"{p.Key.Text} -> {ctx.Str(Own(p.Value, "_name_"))}").ToArray();
        return aliases.Length == 0
            ? a[0]
            : throw ctx.ValueError($"duplicate values found in {ctx.Repr(a[0])}: {string.Join(", ", aliases)}");
    }
}

/// <summary>Operators of <c>Flag</c>.</summary>
internal static class Flags
{
    internal static void Define(PyType flag)
    {
        (string Name, BinaryOperator Op)[] operators =
            [("__or__", BinaryOperator.BitOr), ("__and__", BinaryOperator.BitAnd), ("__xor__", BinaryOperator.BitXor)];
        foreach (var (name, op) in operators)
        {
            NativeCall body = (ctx, a) => a[1].Type == a[0].Type || (a[1].IsInt && a[0].Type.Solid == Types.Int)
                ? Composite(ctx, a[0].Type, ctx.Binary(op, Value(a[0]), a[1].IsInt ? a[1] : Value(a[1])))
                : PyValue.NotImplemented;
            PyBoundNative.Define(flag, name, "self, other, /", body);
            PyBoundNative.Define(flag, name.Insert(2, "r"), "self, other, /", body);
        }
        PyBoundNative.Define(flag, "__invert__", "self, /", (ctx, a) =>
        {
            // An IntFlag keeps bits that have no name.
            var kept = a[0].Type.Solid == Types.Int ? -1 : All(a[0].Type);
            return Composite(ctx, a[0].Type, PyValue.Int(~Value(a[0]).Bits & kept));
        });
        PyBoundNative.Define(flag, "__repr__", "self, /", ShowFlag);
        PyBoundNative.Define(flag, "__str__", "self, /", (ctx, a) =>
            ctx.Text(Value(a[0]).Bits == 0
            ? $"{a[0].Type.Name}(0)"
            : $"{a[0].Type.Name}.{ctx.Str(EnumModule.Own(a[0], "_name_"))}"));
        PyBoundNative.Define(flag, "__bool__", "self, /", (_, a) => PyValue.Bool(Value(a[0]).Bits != 0));
        PyBoundNative.Define(flag, "__contains__", "self, other, /", (_, a) =>
            PyValue.Bool((Value(a[0]).Bits & Value(a[1]).Bits) == Value(a[1]).Bits));
        PyBoundNative.Define(flag, "__iter__", "self, /", (ctx, a) =>
            PyValue.Of(ctx.Iterate(ctx.NewList([.. Parts(a[0])]))));
        PyBoundNative.Define(flag, "__len__", "self, /", (_, a) => PyValue.Int(Parts(a[0]).Count()));
    }

    internal static bool IsFlag(PyType type) => type.Mro.Any(t => t is { Name: "Flag", Module: "enum" });

    private static PyValue ShowFlag(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ctx.Text(Value(a[0]).Bits == 0
            ? $"<{a[0].Type.Name}: 0>"
            : $"<{a[0].Type.Name}.{ctx.Str(EnumModule.Own(a[0], "_name_"))}: {ctx.Repr(Value(a[0]))}>");

    /// <summary>The member for a combination of flags; made when it is first needed.</summary>
    internal static PyValue Composite(RunContext ctx, PyType type, PyValue value)
    {
        if (EnumCreation.TryByValue(ctx, type, value, out var known)) return known;
        if (!value.IsInt) throw ctx.ValueError($"{ctx.Repr(value)} is not a valid {type.QualifiedName}");
        var all = All(type);
        var mask = (1L << (64 - (int)long.LeadingZeroCount(all))) - 1;
        if (value.Bits < 0) value = PyValue.Int(value.Bits & mask);
        if (EnumCreation.TryByValue(ctx, type, value, out known)) return known;
        var strange = value.Bits & ~all;
        if (strange != 0 && type.Solid != Types.Int) throw ctx.ValueError(Invalid(type, value.Bits, all));
        var names = Single(type).Where(m => (value.Bits & Value(m).Bits) != 0)
            .Select(m => ctx.Str(EnumModule.Own(m, "_name_"))).ToList();
        if (strange != 0 && names.Count > 0) names.Add(strange.ToString(CultureInfo.InvariantCulture));
        var member = EnumCreation.MakeMember(ctx, type, string.Join("|", names), value);
        if (names.Count == 0)
            foreach (var name in new[] { "_name_", "name" }) ((PyInstance)member.Ref!).SetOwn(ctx, name, PyValue.None);
        return member;
    }

    private static string Invalid(PyType type, long value, long all)
    {
        var width = Math.Max(64 - (int)long.LeadingZeroCount(value), 64 - (int)long.LeadingZeroCount(all));
        string Bits(long number) => $"0b0 {Convert.ToString(number, 2).PadLeft(width, '0')}";
        return $"<flag '{type.Name}'> invalid value {value.ToString(CultureInfo.InvariantCulture)}\n    given {Bits(value)}\n  allowed {Bits(all)}";
    }

    private static IEnumerable<PyValue> Single(PyType type) => EnumCreation.Unique(type);

    private static PyValue Value(PyValue member) => EnumModule.Own(member, "_value_");

    private static long All(PyType type) =>
        EnumCreation.Members(type).ToPairs().Aggregate(0L, (all, p) => all | Value(p.Value).Bits);

    private static IEnumerable<PyValue> Parts(PyValue member) =>
        Single(member.Type).Where(m => (Value(member).Bits & Value(m).Bits) != 0);
}
