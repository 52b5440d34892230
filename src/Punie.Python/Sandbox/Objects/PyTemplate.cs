using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>What a t-string gives: its texts, one more than its interpolations.</summary>
internal sealed class PyTemplate(PyValue[] texts, PyValue[] interpolations) : PyObject(TemplateType)
{
    internal static readonly PyType TemplateType = PyType.Native("Template", "string.templatelib");

    private PyValue[] Texts { get; } = texts;

    private PyValue[] Interpolations { get; } = interpolations;

    internal override string Repr(RunContext ctx) =>
        $"Template(strings={ctx.Repr(ctx.NewTuple(Texts))}, interpolations={ctx.Repr(ctx.NewTuple(Interpolations))})";

    internal override PyIterator? Iterate(RunContext ctx)
    {
        var parts = new List<PyValue>();
        for (var i = 0; i < Texts.Length; i++)
        {
            if (Texts[i].Bits > 0) parts.Add(Texts[i]);
            if (i < Interpolations.Length) parts.Add(Interpolations[i]);
        }
        return new PyTupleIterator([.. parts]);
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "strings" => ctx.NewTuple(Texts),
        "interpolations" => ctx.NewTuple(Interpolations),
        "values" => ctx.NewTuple([.. Interpolations.Select(i => ((PyInterpolation)i.Ref!).Value)]),
        _ => base.FindAttribute(ctx, name),
    };

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op != BinaryOperator.Add) return PyValue.NotImplemented;
        if (reflected || other.Ref is not PyTemplate right)
            throw ctx.TypeError(
                $"can only concatenate string.templatelib.Template (not \"{other.TypeName}\") to "
                + "string.templatelib.Template");
        var joined = Runtime.Texts.Concat(ctx, Texts[^1], right.Texts[0]);
        return ctx.New(
            new PyTemplate([.. Texts[..^1], joined, .. right.Texts[1..]],
            [.. Interpolations, .. right.Interpolations]), 64);
    }
}

/// <summary>One <c>{value!r:spec}</c> of a t-string.</summary>
internal sealed class PyInterpolation(PyValue value, string expression, PyValue conversion, PyValue spec)
    : PyObject(InterpolationType)
{
    internal static readonly PyType InterpolationType = PyType.Native("Interpolation", "string.templatelib");

    internal PyValue Value { get; } = value;

    internal override string Repr(RunContext ctx) =>
        $"Interpolation({ctx.Repr(Value)}, {StringText.Repr(expression)}, {ctx.Repr(conversion)}, {ctx.Repr(spec)})";

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "value" => Value,
        "expression" => PyValue.Str(expression),
        "conversion" => conversion,
        "format_spec" => spec,
        _ => base.FindAttribute(ctx, name),
    };
}
