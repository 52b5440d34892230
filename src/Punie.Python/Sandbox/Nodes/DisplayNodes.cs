using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>(a, b)</c> without unpacking.</summary>
internal sealed class TupleNode(ExpressionNode[] elements) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var items = new PyValue[elements.Length];
        for (var i = 0; i < items.Length; i++) items[i] = elements[i].Evaluate(ctx, ref locals);
        return ctx.NewTuple(items);
    }
}

/// <summary><c>[a, b]</c> without unpacking.</summary>
internal sealed class ListNode(ExpressionNode[] elements) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var items = new PyValue[elements.Length];
        for (var i = 0; i < items.Length; i++) items[i] = elements[i].Evaluate(ctx, ref locals);
        return ctx.NewList(items);
    }
}

/// <summary>The three displays that can hold <c>*values</c>.</summary>
internal enum DisplayKind
{
    List,
    Tuple,
    Set,
}

/// <summary>A display with unpacking, or of a set.</summary>
internal sealed class SpreadDisplayNode(DisplayKind kind, (ExpressionNode Value, bool IsStarred)[] elements,
    int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var list = new PyList();
        var set = kind == DisplayKind.Set ? new PySet() : null;
        foreach (var (node, isStarred) in elements)
        {
            var value = node.Evaluate(ctx, ref locals);
            ctx.Position = position;
            if (!isStarred)
            {
                if (set is null) list.Add(ctx, value);
                else set.Add(ctx, value);
                continue;
            }
            var iterator = ctx.TryIterate(value)
                ?? throw ctx.TypeError($"Value after * must be an iterable, not {value.TypeName}");
            while (iterator.Next(ctx, out var item))
            {
                ctx.Step();
                if (set is null) list.Add(ctx, item);
                else set.Add(ctx, item);
            }
        }
        return set is not null
            ? ctx.New(set, 80) : kind == DisplayKind.List ? ctx.New(list)
            : ctx.NewTuple(list.TakeItems());
    }
}

/// <summary><c>{key: value, **more}</c>; the key is null for <c>**more</c>.</summary>
internal sealed class DictNode(ExpressionNode?[] keys, ExpressionNode[] values, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var dict = new PyDict(keys.Length);
        ctx.Meter.Allocated(dict, 88 + 40L * keys.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var key = keys[i]?.Evaluate(ctx, ref locals) ?? default;
            var value = values[i].Evaluate(ctx, ref locals);
            ctx.Position = position;
            if (!key.IsUnbound) dict.Set(ctx, key, value);
            else if (ctx.Unwrap(value).Ref is PyDict more) dict.Update(ctx, more);
            else if (ctx.TryGetAttribute(value, "keys", out _))
                dict.Update(ctx, (PyDict)ctx.Call(PyValue.Of(Types.Dict), [value]).Ref!);
            else throw ctx.TypeError($"'{value.TypeName}' object is not a mapping");
        }
        return PyValue.Of(dict);
    }
}

/// <summary><c>{"key": value}</c> where all keys are different texts: nothing to look up.</summary>
internal sealed class TextKeyDictNode(PyValue[] keys, ExpressionNode[] values) : ExpressionNode
{
    private readonly int[] _hashes = Hashes(keys);

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var dict = new PyDict(keys.Length);
        for (var i = 0; i < values.Length; i++)
            dict.AppendText(keys[i], _hashes[i], values[i].Evaluate(ctx, ref locals));
        return ctx.New(dict, 88 + 40L * keys.Length);
    }

    private static int[] Hashes(PyValue[] keys)
    {
        var hashes = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++) hashes[i] = PyDict.Spread(Hashing.OfText(keys[i].Text));
        return hashes;
    }
}

/// <summary>One part of an f-string.</summary>
/// <param name="Value">A constant or an expression.</param>
/// <param name="Conversion"><c>s</c>, <c>r</c>, <c>a</c> or null.</param>
/// <param name="Spec">The format specification; null without one.</param>
internal sealed record TextPart(ExpressionNode Value, char? Conversion, ExpressionNode? Spec);

/// <summary>An f-string.</summary>
internal sealed class JoinedTextNode(TextPart[] parts, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var text = new TextBuilder(stackalloc char[128]);
        foreach (var part in parts)
        {
            var value = part.Value is ConstantNode constant ? constant.Value : part.Value.Evaluate(ctx, ref locals);
            if (value.IsInt && part.Spec is null)
            {
                text.Append(value.Bits);
                continue;
            }
            if (value.Ref is not string || part.Spec is not null || part.Conversion is not null)
                value = PyValue.Str(Show(ctx, ref locals, part, value));
            ctx.Meter.Reserve(2L * (text.Length + value.Text.Length));
            text.Append(value.Text, value.Bits);
        }
        return text.ToText(ctx);
    }

    private string Show(RunContext ctx, ref PyValue locals, TextPart part, PyValue value)
    {
        var spec = part.Spec is null ? "" : part.Spec.Evaluate(ctx, ref locals).Text;
        ctx.Position = position;
        return part.Conversion switch
        {
            null => ctx.Format(value, spec),
            'r' => ctx.Format(PyValue.Str(ctx.Repr(value)), spec),
            'a' => ctx.Format(PyValue.Str(StringText.Ascii(ctx.Repr(value))), spec),
            _ => ctx.Format(PyValue.Str(ctx.Str(value)), spec),
        };
    }
}
