using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Patterns;

/// <summary>A <c>re.RegexFlag</c>: an int that shows its names.</summary>
internal sealed class PyRegexFlag : PyInstance
{
    internal static readonly PyType FlagType = PyType.Native("RegexFlag", "re", Types.Int);

    internal static readonly (string Short, string Long, PatternFlags Flag)[] Names =
    [
        ("A", "ASCII", PatternFlags.Ascii), ("I", "IGNORECASE", PatternFlags.IgnoreCase),
        ("L", "LOCALE", PatternFlags.Locale), ("U", "UNICODE", PatternFlags.Unicode),
        ("M", "MULTILINE", PatternFlags.Multiline), ("S", "DOTALL", PatternFlags.DotAll),
        ("X", "VERBOSE", PatternFlags.Verbose),
    ];

    private readonly long _value;

    internal PyRegexFlag(long value) : base(FlagType)
    {
        _value = value;
        Payload = PyValue.Int(value);
    }

    internal override string ReprCore(RunContext ctx) =>
        _value == 0
            ? "re.NOFLAG"
            : string.Join("|", Names.Where(n => (_value & (long)n.Flag) != 0).Select(n => $"re.{n.Long}"));

    internal override string TextCore(RunContext ctx) => ReprCore(ctx);

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        var result = base.Binary(ctx, op, other, reflected);
        return result.IsInt && op is BinaryOperator.BitOr or BinaryOperator.BitAnd or BinaryOperator.BitXor
            ? PyValue.Of(new PyRegexFlag(result.Bits))
            : result;
    }

    internal override PyValue Unary(RunContext ctx, UnaryOperator op) =>
        op == UnaryOperator.Invert
            ? PyValue.Of(new PyRegexFlag(Names.Sum(n => (long)n.Flag) & ~_value))
            : base.Unary(ctx, op);

    static PyRegexFlag() => FlagType.New = (ctx, _, a) =>
        PyValue.Of(
            new PyRegexFlag(a.PositionalCount == 1
            ? ctx.ClampedInt32(a.Values[0])
            : throw ctx.TypeError("RegexFlag() takes one value")));

    internal override bool? Contains(RunContext ctx, PyValue item) =>
        item.Ref is PyRegexFlag flag ? (flag._value & _value) == flag._value : base.Contains(ctx, item);

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "value" => PyValue.Int(_value),
        "name" => ctx.Text(ReprCore(ctx).Replace("re.", "", StringComparison.Ordinal)),
        _ => base.FindAttribute(ctx, name),
    };
}
