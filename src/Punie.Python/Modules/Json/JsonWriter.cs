using System.Globalization;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Json;

/// <summary>The options of <c>json.dumps</c>.</summary>
/// <param name="SkipKeys">Leave out keys that JSON does not have.</param>
/// <param name="EscapesAll">Write only ASCII.</param>
/// <param name="AllowsNan">Write NaN and the infinities.</param>
/// <param name="Indent">What one level adds; null for one line.</param>
/// <param name="ItemSeparator">Between items.</param>
/// <param name="KeySeparator">Between key and value.</param>
/// <param name="Default">Called for values that JSON does not have; or unbound.</param>
/// <param name="SortsKeys">Write keys in order.</param>
internal sealed record JsonStyle(
    bool SkipKeys, bool EscapesAll, bool AllowsNan, string? Indent, string ItemSeparator, string KeySeparator,
    PyValue Default, bool SortsKeys);

/// <summary>Writes a value as JSON text.</summary>
internal sealed class JsonWriter(RunContext ctx, JsonStyle style)
{
    private readonly MeteredText _text = new(ctx);
    private readonly List<object> _open = [];

    // What default() is asked about is open too, but indents nothing.
    private int _depth;

    internal PyValue Write(PyValue value)
    {
        Append(value);
        return _text.ToValue();
    }

    private void Append(PyValue value)
    {
        ctx.Step();
        var inner = ctx.Unwrap(value);
        if (inner.Ref is string text) AppendText(text);
        else if (inner.IsNone) _text.Append("null");
        else if (inner.IsBool) _text.Append(inner.Bits != 0 ? "true" : "false");
        else if (inner.IsFloat) _text.Append(Float(inner.Double));
        else if (inner.IsInt || inner.Ref is PyBigInt) _text.Append(ctx.Repr(inner));
        else AppendObject(value, inner);
    }

    private void AppendObject(PyValue value, PyValue inner)
    {
        var container = inner.Ref!;
        foreach (var open in _open)
        {
            ctx.Step();
            if (ReferenceEquals(open, container)) throw ctx.ValueError("Circular reference detected");
        }
        ctx.Enter();
        _open.Add(container);
        if (container is PyDict dict) AppendDict(dict);
        else if (container is PyList or PyTuple) AppendItems(ctx.ToArray(inner));
        else if (container is PyRecord record) AppendRecord(record);
        else if (!style.Default.IsUnbound) Append(ctx.Call(style.Default, [value]));
        else throw ctx.TypeError($"Object of type {value.Type.Name} is not JSON serializable");
        _open.RemoveAt(_open.Count - 1);
        ctx.Leave();
    }

    private void AppendItems(PyValue[] items)
    {
        Begin('[');
        for (var i = 0; i < items.Length; i++)
        {
            Separate(i);
            Append(items[i]);
        }
        Close(items.Length, ']');
    }

    private void AppendDict(PyDict dict)
    {
        Begin('{');
        var pairs = dict.ToPairs();
        if (style.SortsKeys)
        {
            var order = Sorting.Sort(ctx, [.. pairs.Select(p => p.Key)], default, reverse: false);
            pairs = [.. order.Select(k => new KeyValuePair<PyValue, PyValue>(k, dict.Find(ctx, k)))];
        }
        var written = 0;
        foreach (var (key, value) in pairs)
        {
            if (Key(key) is not { } name) continue;
            Separate(written++);
            AppendText(name);
            _text.Append(style.KeySeparator);
            Append(value);
        }
        Close(written, '}');
    }

    private void AppendRecord(PyRecord record)
    {
        Begin('{');
        for (var i = 0; i < record.Values.Length; i++)
        {
            Separate(i);
            AppendText(record.RecordType.Fields[i]);
            _text.Append(style.KeySeparator);
            Append(record.Values[i]);
        }
        Close(record.Values.Length, '}');
    }

    private string? Key(PyValue key)
    {
        var inner = ctx.Unwrap(key);
        if (inner.Ref is string text) return text;
        if (inner.IsBool) return inner.Bits != 0 ? "true" : "false";
        if (inner.IsNone) return "null";
        if (inner.IsFloat) return Float(inner.Double);
        if (inner.IsInt || inner.Ref is PyBigInt) return ctx.Repr(inner);
        return style.SkipKeys
            ? null
            : throw ctx.TypeError($"keys must be str, int, float, bool or None, not {key.TypeName}");
    }

    private void Separate(int index)
    {
        if (index > 0) _text.Append(style.ItemSeparator);
        if (style.Indent is null) return;
        _text.Append('\n').Repeat(style.Indent, _depth);
    }

    private void Begin(char bracket)
    {
        _depth++;
        _text.Append(bracket);
    }

    private void Close(int count, char bracket)
    {
        _depth--;
        if (count > 0 && style.Indent is not null) _text.Append('\n').Repeat(style.Indent, _depth);
        _text.Append(bracket);
    }

    private string Float(double value)
    {
        if (double.IsFinite(value)) return FloatText.Repr(value);
        if (!style.AllowsNan) throw ctx.ValueError("Out of range float values are not JSON compliant");
        return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    private void AppendText(string text)
    {
        _text.Append('"');
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit is >= ' ' and not ('"' or '\\') && (unit < 127 || !style.EscapesAll)) continue;
            if (unit == 127 && !style.EscapesAll) continue;
            if ((i & 31) == 0) ctx.Step();
            _text.Append(text.AsSpan(from, i - from)).Append(Escape(unit));
            from = i + 1;
        }
        _text.Append(text.AsSpan(from)).Append('"');
        ctx.Tick(text.Length >> 6);
    }

    private static string Escape(char unit) => unit switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\f' => "\\f",
        '\b' => "\\b",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
    };
}
