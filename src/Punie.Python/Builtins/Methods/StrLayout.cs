using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>Where padding goes.</summary>
internal enum PadSide
{
    /// <summary>In front.</summary>
    Left,

    /// <summary>Behind.</summary>
    Right,

    /// <summary>On both sides.</summary>
    Both,
}

/// <summary>Padding and tabs.</summary>
internal static class StrLayout
{
    internal static PyValue Pad(RunContext ctx, ReadOnlySpan<PyValue> a, PadSide side)
    {
        var width = ctx.Int64(a[1]);
        var fill = ctx.Unwrap(a[2]);
        if (!fill.IsText) throw ctx.TypeError($"The fill character must be a unicode character, not {a[2].TypeName}");
        if (fill.Bits != 1) throw ctx.TypeError("The fill character must be exactly one character long");
        var room = width - a[0].Bits;
        if (room <= 0) return a[0];
        // CPython puts the odd one on the left only when the width is odd.
        var left = side switch { PadSide.Left => room, PadSide.Right => 0, _ => room / 2 + (room & width & 1) };
        return new MeteredText(ctx).Repeat(fill.Text, left).Append(a[0].Text).Repeat(fill.Text, room - left).ToValue();
    }

    internal static PyValue ZeroFill(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = a[0].Text;
        var room = ctx.Int64(a[1]) - a[0].Bits;
        if (room <= 0) return a[0];
        var signed = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        return new MeteredText(ctx).Append(text.AsSpan(0, signed)).Repeat("0", room).Append(text.AsSpan(signed))
            .ToValue();
    }

    internal static PyValue ExpandTabs(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var size = ctx.ClampedInt32(a[1]);
        var result = new MeteredText(ctx);
        long column = 0;
        foreach (var unit in a[0].Text)
        {
            if ((result.Length & 63) == 0) ctx.Step();
            if (unit == '\t')
            {
                if (size <= 0) continue;
                var blanks = size - column % size;
                result.Repeat(" ", blanks);
                column += blanks;
                continue;
            }
            result.Append(unit);
            if (unit is '\n' or '\r') column = 0;
            else if (!char.IsLowSurrogate(unit)) column++;
        }
        return result.ToValue();
    }
}
