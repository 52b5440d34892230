using System.Numerics;
using System.Text;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Subscripts, <c>+</c> and <c>*</c> of text.</summary>
internal static class Texts
{
    internal static PyValue GetItem(RunContext ctx, PyValue text, PyValue key)
    {
        if (key.Ref is PySlice slice) return Slice(ctx, text, slice);
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "str");
        if (index < 0) index += text.Bits;
        return (ulong)index < (ulong)text.Bits
            ? CodePoints.At(text, index)
            : throw ctx.IndexError("string index out of range");
    }

    internal static PyValue Concat(RunContext ctx, PyValue left, PyValue right)
    {
        ctx.Meter.Reserve(2L * (left.Text.Length + (long)right.Text.Length));
        ctx.Tick((left.Text.Length + right.Text.Length) >> 8);
        return ctx.Text(string.Concat(left.Text, right.Text), left.Bits + right.Bits);
    }

    internal static PyValue Repeat(RunContext ctx, PyValue text, BigInteger count)
    {
        var units = Sequences.Total(ctx, text.Text.Length, count);
        ctx.Tick(units >> 8);
        if (units == 0) return PyValue.Str("", 0);
        if (text.Text.Length == 1) return ctx.Text(new string(text.Text[0], units), units);
        return ctx.Text(new StringBuilder(units).Insert(0, text.Text, (int)count).ToString(), text.Bits * (long)count);
    }

    private static PyValue Slice(RunContext ctx, PyValue text, PySlice slice)
    {
        var (start, count, step) = slice.Resolve(ctx, (int)text.Bits);
        ctx.Tick(count >> 6);
        if (count == 0) return PyValue.Str("", 0);
        if (step == 1)
        {
            var part = CodePoints.Slice(text, start, start + count);
            ctx.Meter.Allocated(part.Text, 24 + 2L * part.Text.Length);
            return part;
        }
        ctx.Meter.Reserve(4L * count);
        var result = new StringBuilder(count);
        if (text.IsBmp)
        {
            for (var i = 0; i < count; i++) result.Append(text.Text[(int)(start + i * step)]);
            return ctx.Text(result.ToString(), count);
        }
        var runes = Split(text.Text);
        for (var i = 0; i < count; i++) result.Append(runes[(int)(start + i * step)]);
        return ctx.Text(result.ToString(), count);
    }

    private static List<string> Split(string text)
    {
        var parts = new List<string>();
        for (var i = 0; i < text.Length; i += parts[^1].Length)
            parts.Add(CodePoints.IsPair(text, i) ? text.Substring(i, 2) : text[i].ToString());
        return parts;
    }
}

/// <summary>Walks text by code point.</summary>
internal sealed class PyTextIterator(PyValue text) : PyIterator(Types.StrIterator)
{
    private int _offset;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        var units = text.Text;
        value = default;
        if (_offset >= units.Length) return false;
        if (CodePoints.IsPair(units, _offset))
        {
            value = PyValue.Str(units.Substring(_offset, 2), 1);
            _offset += 2;
            return true;
        }
        value = CodePoints.SingleUnit(units[_offset++]);
        return true;
    }
}
