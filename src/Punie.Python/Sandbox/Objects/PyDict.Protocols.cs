using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>What operators and built-in functions do with a dict.</summary>
internal sealed partial class PyDict
{
    internal override bool Truth(RunContext ctx) => Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Count);

    internal override PyIterator Iterate(RunContext ctx) => new PyDictIterator(this, DictPart.Keys);

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override string Repr(RunContext ctx) =>
        Variant?.Repr is { } repr ? repr(ctx, this) : SequenceText.Repr(ctx, this);

    internal override bool? Contains(RunContext ctx, PyValue item) => !Find(ctx, item).IsUnbound;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        var value = Find(ctx, key);
        return value.IsUnbound ? Missing(ctx, key) : value;
    }

    private PyValue Missing(RunContext ctx, PyValue key) =>
        Variant?.Missing is { } missing ? missing(ctx, this, key) : throw ctx.KeyError(key);

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value) => Set(ctx, key, value);

    internal override void DeleteItem(RunContext ctx, PyValue key)
    {
        if (!Remove(ctx, key, out _) && Variant is not { IgnoresAbsentDeletes: true }) throw ctx.KeyError(key);
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (Variant is null && op is not (CompareOperator.Eq or CompareOperator.NotEq)) return PyValue.NotImplemented;
        if (ctx.Unwrap(other).Ref is not PyDict right) return PyValue.NotImplemented;
        if (Variant?.Compare is { } compare && compare(ctx, this, op, right) is { IsNotImplemented: false } own)
            return own;
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq)) return PyValue.NotImplemented;
        ctx.Enter();
        var equal = Count == right.Count && HoldsAllOf(ctx, right);
        ctx.Leave();
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (ctx.Unwrap(other).Ref is not PyDict right) return PyValue.NotImplemented;
        if (Variant?.Binary is { } binary && !reflected
            && binary(ctx, this, op, right) is { IsNotImplemented: false } own) return own;
        if (op != BinaryOperator.BitOr) return PyValue.NotImplemented;
        var kind = Variant is not null || right.Variant is null ? this : right;
        var union = kind.Variant is { Binary: null } variant ? new PyDict(kind.Type, variant) : new PyDict();
        ctx.Meter.Allocated(union, 96);
        union.Update(ctx, reflected ? right : this);
        union.Update(ctx, reflected ? this : right);
        return PyValue.Of(union);
    }

    internal override PyValue Unary(RunContext ctx, UnaryOperator op) =>
        Variant?.Unary?.Invoke(ctx, this, op) ?? PyValue.NotImplemented;

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (Variant?.InPlace is { } own && ctx.Unwrap(other).Ref is PyDict right) return own(ctx, this, op, right);
        if (op != BinaryOperator.BitOr || Variant?.Binary is not null) return PyValue.NotImplemented;
        Builtins.Methods.DictMethods.Fill(ctx, this, other);
        return AsValue;
    }

    private bool HoldsAllOf(RunContext ctx, PyDict other)
    {
        var position = 0;
        while (other.NextEntry(ref position, out var key, out var value))
        {
            ctx.Step();
            var own = Find(ctx, key);
            if (own.IsUnbound || !ctx.AreSame(own, value)) return false;
        }
        return true;
    }
}

/// <summary>How a kind of dict differs from <c>dict</c>; what is null is the same.</summary>
internal sealed class DictVariant
{
    /// <summary>What <c>d[key]</c> gives for an absent key.</summary>
    internal Func<RunContext, PyDict, PyValue, PyValue>? Missing { get; init; }

    /// <summary>True where <c>del d[key]</c> of an absent key does nothing.</summary>
    internal bool IgnoresAbsentDeletes { get; init; }

    internal Func<RunContext, PyDict, string>? Repr { get; init; }

    /// <summary>Operators with another dict.</summary>
    internal Func<RunContext, PyDict, BinaryOperator, PyDict, PyValue>? Binary { get; init; }

    /// <summary>Operators that change the left operand, with a dict of any kind on the right.</summary>
    internal Func<RunContext, PyDict, BinaryOperator, PyDict, PyValue>? InPlace { get; init; }

    internal Func<RunContext, PyDict, UnaryOperator, PyValue>? Unary { get; init; }

    /// <summary>Orderings against another dict.</summary>
    internal Func<RunContext, PyDict, CompareOperator, PyDict, PyValue>? Compare { get; init; }

    /// <summary>State of the kind, as the factory of a <c>defaultdict</c>.</summary>
    internal PyValue State { get; init; }
}

/// <summary>What a dict view or iterator shows.</summary>
internal enum DictPart
{
    Keys,
    Values,
    Items,
}

/// <summary>Walks a dict; raises when keys are added or removed meanwhile.</summary>
internal sealed class PyDictIterator(PyDict dict, DictPart part, bool backwards = false)
    : PyIterator(Types.DictIterator)
{
    private readonly int _count = dict.Count;
    private int _position = backwards ? dict.EndPosition : 0;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        if (dict.Count != _count) throw ctx.RuntimeError("dictionary changed size during iteration");
        var found = backwards
            ? dict.PreviousEntry(ref _position, out var key, out value)
            : dict.NextEntry(ref _position, out key, out value);
        if (!found || part == DictPart.Values) return found;
        value = part == DictPart.Keys ? key : ctx.NewTuple([key, value]);
        return true;
    }
}
