using System.Globalization;
using System.Text;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Text of a value outside a run: for hosts, bounded in depth and length, runs no code of a program.</summary>
internal static class DetachedText
{
    private const int MaxDepth = 64;

    // Lists that share their items can be short in memory and endless as text.
    private const int MaxChars = 4 * 1024 * 1024;

    internal static string Repr(PyValue value)
    {
        var text = new StringBuilder();
        Append(text, value, MaxDepth);
        return text.ToString();
    }

    private static void Append(StringBuilder text, PyValue value, int depth)
    {
        if (depth == 0 || text.Length > MaxChars) text.Append("...");
        else if (value.Ref is string s) text.Append(StringText.Repr(s));
        else if (value.IsUnbound || value.IsNone) text.Append("None");
        else if (value.IsBool) text.Append(value.Bits != 0 ? "True" : "False");
        else if (value.IsInt) text.Append(CultureInfo.InvariantCulture, $"{value.Bits}");
        else if (value.IsFloat) text.Append(FloatText.Repr(value.Double));
        else AppendObject(text, value.Object, depth);
    }

    private static void AppendObject(StringBuilder text, PyObject value, int depth)
    {
        switch (value)
        {
            case PyBigInt big: text.Append(CultureInfo.InvariantCulture, $"{big.Value}"); break;
            case PyBytes bytes: text.Append(StringText.ReprBytes(bytes.Value)); break;
            case PyList list: AppendItems(text, "[", list.AsSpan(), "]", depth); break;
            case PyTuple tuple: AppendItems(text, "(", tuple.Items, tuple.Count == 1 ? ",)" : ")", depth); break;
            case PyDict dict: AppendEntries(text, dict, depth); break;
            case PyRecord record: AppendRecord(text, record, depth); break;
            default: text.Append(CultureInfo.InvariantCulture, $"<{value.Type.Name} object>"); break;
        }
    }

    private static void AppendItems(StringBuilder text, string open, ReadOnlySpan<PyValue> items, string close,
        int depth)
    {
        text.Append(open);
        for (var i = 0; i < items.Length && text.Length <= MaxChars; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, items[i], depth - 1);
        }
        text.Append(close);
    }

    private static void AppendEntries(StringBuilder text, PyDict dict, int depth)
    {
        text.Append('{');
        var position = 0;
        for (var i = 0; text.Length <= MaxChars && dict.NextEntry(ref position, out var key, out var value); i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, key, depth - 1);
            text.Append(": ");
            Append(text, value, depth - 1);
        }
        text.Append('}');
    }

    private static void AppendRecord(StringBuilder text, PyRecord record, int depth)
    {
        text.Append(record.RecordType.Name).Append('(');
        for (var i = 0; i < record.Values.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(record.RecordType.Fields[i]).Append('=');
            Append(text, record.Values[i], depth - 1);
        }
        text.Append(')');
    }
}
