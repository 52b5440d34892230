using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>What operators and built-in functions do with a set.</summary>
internal sealed partial class PySet
{
    internal override bool Truth(RunContext ctx) => Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Count);

    internal override PyIterator Iterate(RunContext ctx) => new PySetIterator(this);

    internal override string Repr(RunContext ctx) => SequenceText.Repr(ctx, this);

    internal override bool? Contains(RunContext ctx, PyValue item) => Has(ctx, item);

    internal override long Hash(RunContext ctx) => IsFrozen ? HashOfContent() : throw ctx.Unhashable(AsValue);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (ctx.Unwrap(other).Ref is not PySet right) return PyValue.NotImplemented;
        return PyValue.Bool(op switch
        {
            CompareOperator.Eq => Count == right.Count && right.HoldsAllOf(ctx, this),
            CompareOperator.NotEq => Count != right.Count || !right.HoldsAllOf(ctx, this),
            CompareOperator.LtE => right.HoldsAllOf(ctx, this),
            CompareOperator.Lt => Count < right.Count && right.HoldsAllOf(ctx, this),
            CompareOperator.GtE => HoldsAllOf(ctx, right),
            _ => Count > right.Count && HoldsAllOf(ctx, right),
        });
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (reflected || ctx.Unwrap(other).Ref is not PySet right) return PyValue.NotImplemented;
        return op switch
        {
            BinaryOperator.BitOr => PyValue.Of(Union(ctx, right)),
            BinaryOperator.BitAnd => PyValue.Of(Intersection(ctx, right)),
            BinaryOperator.Sub => PyValue.Of(Difference(ctx, right)),
            BinaryOperator.BitXor => PyValue.Of(SymmetricDifference(ctx, right)),
            _ => PyValue.NotImplemented,
        };
    }

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (IsFrozen || ctx.Unwrap(other).Ref is not PySet right) return PyValue.NotImplemented;
        if (op == BinaryOperator.BitOr) Merge(ctx, right);
        else if (op == BinaryOperator.BitAnd) Become(Intersection(ctx, right));
        else if (op == BinaryOperator.Sub) RemoveAll(ctx, right);
        else if (op == BinaryOperator.BitXor) Become(SymmetricDifference(ctx, right));
        else return PyValue.NotImplemented;
        return AsValue;
    }

    internal bool HoldsAllOf(RunContext ctx, PySet other)
    {
        if (other.Count > Count) return false;
        var position = 0;
        while (other.NextKey(ref position, out var key))
        {
            ctx.Step();
            if (!Has(ctx, key)) return false;
        }
        return true;
    }

    internal PySet Union(RunContext ctx, PySet other)
    {
        var result = Copy(ctx, IsFrozen);
        result.Merge(ctx, other);
        return result;
    }

    internal PySet Intersection(RunContext ctx, PySet other)
    {
        var (smaller, larger) = other.Count > Count ? (this, other) : (other, this);
        var result = new PySet(IsFrozen);
        var position = 0;
        while (smaller.NextKey(ref position, out var key))
        {
            ctx.Step();
            if (larger.Has(ctx, key)) result.Add(ctx, key);
        }
        return result;
    }

    internal PySet Difference(RunContext ctx, PySet other)
    {
        var result = new PySet(IsFrozen);
        var position = 0;
        while (NextKey(ref position, out var key))
        {
            ctx.Step();
            if (!other.Has(ctx, key)) result.Add(ctx, key);
        }
        return result;
    }

    internal PySet SymmetricDifference(RunContext ctx, PySet other)
    {
        var result = other.Copy(ctx, IsFrozen);
        var position = 0;
        while (NextKey(ref position, out var key))
        {
            ctx.Step();
            if (!result.Remove(ctx, key)) result.Add(ctx, key);
        }
        return result;
    }

    internal void RemoveAll(RunContext ctx, PySet other)
    {
        if (ReferenceEquals(other, this))
        {
            Clear();
            return;
        }
        var position = 0;
        while (other.NextKey(ref position, out var key))
        {
            ctx.Step();
            Remove(ctx, key);
        }
    }

    /// <summary>Takes over the content of a set that nobody else holds.</summary>
    internal void Become(PySet other)
    {
        _table = other._table;
        _fill = other._fill;
        Count = other.Count;
        _finger = 0;
    }

    private long HashOfContent()
    {
        ulong hash = 0;
        foreach (var slot in _table)
        {
            if (slot.Key.IsUnbound) continue;
            var h = (ulong)slot.Hash;
            hash ^= (h ^ 89869747UL ^ (h << 16)) * 3644798167UL;
        }
        hash ^= ((ulong)Count + 1) * 1927868237UL;
        hash ^= (hash >> 11) ^ (hash >> 25);
        return (long)(hash * 69069UL + 907133923UL);
    }
}

/// <summary>Walks a set; raises when its size changes meanwhile.</summary>
internal sealed class PySetIterator(PySet set) : PyIterator(Types.SetIterator)
{
    private readonly int _count = set.Count;
    private int _position;

    internal override bool Next(RunContext ctx, out PyValue value)
    {
        if (set.Count != _count) throw ctx.RuntimeError("Set changed size during iteration");
        return set.NextKey(ref _position, out value);
    }
}
