using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>One interpolation of a t-string.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Text">The expression as written.</param>
/// <param name="Conversion"><c>s</c>, <c>r</c>, <c>a</c> or null.</param>
/// <param name="Specification">The format specification; null without one.</param>
internal sealed record InterpolationPart(ExpressionNode Value, string Text, char? Conversion,
    ExpressionNode? Specification);

/// <summary>A t-string.</summary>
internal sealed class TemplateNode(string[] texts, InterpolationPart[] parts) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var interpolations = new PyValue[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            var value = part.Value.Evaluate(ctx, ref locals);
            var spec = part.Specification?.Evaluate(ctx, ref locals) ?? PyValue.Str("", 0);
            interpolations[i] =
                ctx.New(new PyInterpolation(value, part.Text, part.Conversion is { } c
                ? PyValue.Str(c.ToString())
                : PyValue.None, spec), 80);
        }
        return ctx.New(new PyTemplate([.. texts.Select(t => PyValue.Str(t))], interpolations), 64 + 16L * parts.Length);
    }
}
