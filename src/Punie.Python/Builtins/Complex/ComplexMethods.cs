using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Complex;

/// <summary>Constructor and methods of <c>complex</c>.</summary>
internal static class ComplexMethods
{
    private static readonly Signature Signature = Signature.Parse("real=?, imag=?");

    internal static void Define()
    {
        Types.Complex.New = New;
        Types.Complex.Define(
            new NativeFunction("conjugate", "self, /", (_, a) => PyComplex.Of(Self(a).Real, -Self(a).Imaginary)));
        Types.Complex.Define("real",
            PyValue.Of(new NativeProperty("real", (_, self) => PyValue.Float(((PyComplex)self.Ref!).Real))));
        Types.Complex.Define("imag",
            PyValue.Of(new NativeProperty("imag", (_, self) => PyValue.Float(((PyComplex)self.Ref!).Imaginary))));
    }

    private static PyComplex Self(ReadOnlySpan<PyValue> a) => (PyComplex)a[0].Ref!;

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        Span<PyValue> a = [default, default];
        Signature.Bind(ctx, new SignatureOwner("complex", false), arguments, a);
        if (ctx.Unwrap(a[0]).Ref is string text)
        {
            if (!a[1].IsUnbound) throw ctx.TypeError("complex() can't take second arg if first is a string");
            return Parse(ctx, text) ?? throw ctx.ValueError("complex() arg is a malformed string");
        }
        if (ctx.Unwrap(a[1]).Ref is string) throw ctx.TypeError("complex() second arg can't be a string");
        var real = Part(ctx, a[0])
            ?? throw ctx.TypeError($"complex() first argument must be a string or a number, not '{a[0].TypeName}'");
        var imaginary = Part(ctx, a[1])
            ?? throw ctx.TypeError($"complex() second argument must be a number, not '{a[1].TypeName}'");
        // complex(x, y) is x + y * 1j, also where a part is complex itself; a sign of zero must survive where none is.
        var (x, y) = (real.Real, imaginary.Real);
        if (ctx.Unwrap(a[1]).Ref is PyComplex) x -= imaginary.Imaginary;
        if (real.Imaginary != 0) y += real.Imaginary;
        return PyComplex.Of(x, y);
    }

    private static PyComplex? Part(RunContext ctx, PyValue value)
    {
        if (value.IsUnbound) return new PyComplex(0, 0);
        if (value.Ref is PyInstance instance && instance.Special(ctx, "__complex__", [], out var own)) value = own;
        if (PyComplex.From(ctx, value) is { } known) return known;
        var isReal = NumberLike.TryDouble(ctx, value, out _)
            || (value.Ref is PyInstance other
                && (other.Type.TryLookupUser("__float__", out _) || other.Type.TryLookupUser("__index__", out _)));
        return isReal ? new PyComplex(NumberParsing.Real(ctx, value), 0) : null;
    }

    private static PyValue? Parse(RunContext ctx, string text)
    {
        ctx.Tick(text.Length >> 6);
        text = text.Trim();
        if (text.StartsWith('(') && text.EndsWith(')')) text = text[1..^1].Trim();
        if (text.Length == 0) return null;
        if (text[^1] is not ('j' or 'J'))
            return NumberParsing.ParseFloat(ctx, text) is { } real && IsTight(text) ? PyComplex.Of(real, 0) : null;
        var body = text[..^1];
        var split = SignBefore(body);
        var imaginary = body[split..];
        var second = imaginary is "" or "+" ? 1 : imaginary == "-" ? -1 : NumberParsing.ParseFloat(ctx, imaginary);
        var first = split == 0 ? 0 : NumberParsing.ParseFloat(ctx, body[..split]);
        return first is null || second is null || !IsTight(body) ? null : PyComplex.Of(first.Value, second.Value);
    }

    private static bool IsTight(string text) => !text.Any(char.IsWhiteSpace);

    // The sign that begins the imaginary part; a sign behind an e belongs to an exponent.
    private static int SignBefore(string text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] is '+' or '-' && text[i - 1] is not ('e' or 'E')) return i;
        }
        return 0;
    }
}
