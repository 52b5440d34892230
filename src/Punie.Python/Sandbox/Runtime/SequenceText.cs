using System.Text;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary><c>repr</c> of containers; one that contains itself shows as <c>[...]</c>.</summary>
internal static class SequenceText
{
    internal static string Repr(RunContext ctx, PyList list, string open, string close)
    {
        if (list.Count == 0) return open + close;
        if (!ctx.BeginRepr(list)) return $"{open}...{close}";
        var text = new StringBuilder(open);
        for (var i = 0; i < list.Count; i++) Append(ctx, text, i, ctx.Repr(list[i]));
        ctx.EndRepr(list);
        return Finish(ctx, text.Append(close));
    }

    internal static string Repr(RunContext ctx, PyTuple tuple)
    {
        if (!ctx.BeginRepr(tuple)) return "(...)";
        var text = new StringBuilder("(");
        for (var i = 0; i < tuple.Count; i++) Append(ctx, text, i, ctx.Repr(tuple.Items[i]));
        ctx.EndRepr(tuple);
        return Finish(ctx, text.Append(tuple.Count == 1 ? ",)" : ")"));
    }

    internal static string Repr(RunContext ctx, PyDict dict)
    {
        if (!ctx.BeginRepr(dict)) return "{...}";
        var text = new StringBuilder("{");
        var position = 0;
        for (var i = 0; dict.NextEntry(ref position, out var key, out var value); i++)
        {
            Append(ctx, text, i, ctx.Repr(key));
            text.Append(": ").Append(ctx.Repr(value));
        }
        ctx.EndRepr(dict);
        return Finish(ctx, text.Append('}'));
    }

    internal static string Repr(RunContext ctx, PySet set)
    {
        var name = set.IsFrozen ? "frozenset" : "set";
        if (set.Count == 0) return name + "()";
        if (!ctx.BeginRepr(set)) return name + "(...)";
        var text = new StringBuilder(set.IsFrozen ? "frozenset({" : "{");
        var position = 0;
        for (var i = 0; set.NextKey(ref position, out var key); i++) Append(ctx, text, i, ctx.Repr(key));
        ctx.EndRepr(set);
        return Finish(ctx, text.Append(set.IsFrozen ? "})" : "}"));
    }

    internal static void Append(RunContext ctx, StringBuilder text, int index, string item)
    {
        ctx.Step();
        // Shared items make long texts of little data, and every level of nesting holds its part: all of them count.
        ctx.Meter.Reserve(6L * (text.Length + item.Length));
        if (index > 0) text.Append(", ");
        text.Append(item);
        ctx.Meter.Allocated(text, 4 + 2L * item.Length);
    }

    internal static string Finish(RunContext ctx, StringBuilder text)
    {
        ctx.Meter.Reserve(2L * text.Length);
        var result = text.ToString();
        ctx.Meter.Allocated(result, 2L * result.Length);
        return result;
    }

    /// <summary>
    /// Text of the built-in value inside an instance of a derived class: those that show a type name show the derived
    /// one's.
    /// </summary>
    internal static string AsKind(string text, PyValue payload, PyType type)
    {
        if (payload.Ref is PySet set)
            return set.Count == 0
            ? $"{type.Name}()" : text[0] == '{' ? $"{type.Name}({text})"
            : type.Name + text[text.IndexOf('(', StringComparison.Ordinal)..];
        if (payload.Ref is Modules.Dates.PyMoment)
            return type.Name + text[text.IndexOf('(', StringComparison.Ordinal)..];
        var shows = payload.Ref is PyDict { Variant: not null } or Modules.Collections.PyDeque;
        return shows && text.StartsWith(payload.Type.Name + "(", StringComparison.Ordinal)
            ? type.Name + text[payload.Type.Name.Length..]
            : text;
    }
}
