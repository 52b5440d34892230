using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A set or frozenset. The table is CPython's, probe for probe, because a program can see its order.</summary>
/// <remarks>Source: Objects/setobject.c of CPython 3.11.</remarks>
internal sealed partial class PySet(bool frozen = false) : PyObject(frozen ? Types.FrozenSet : Types.Set)
{
    private const int LinearProbes = 9;

    private Slot[] _table = new Slot[8];
    private int _fill;
    private int _finger;

    internal int Count { get; private set; }

    internal bool IsFrozen => Type == Types.FrozenSet;

    /// <summary>False when it was there already.</summary>
    internal bool Add(RunContext ctx, PyValue key) => Add(ctx, key, ctx.Hash(key));

    internal bool Has(RunContext ctx, PyValue key) => Find(ctx, key, ctx.Hash(key)) >= 0;

    internal bool Remove(RunContext ctx, PyValue key)
    {
        var index = Find(ctx, key, ctx.Hash(key));
        if (index < 0) return false;
        _table[index] = new Slot { Used = true };
        Count--;
        return true;
    }

    /// <summary>Takes an arbitrary element: the same one as CPython.</summary>
    internal bool Pop(out PyValue key)
    {
        key = default;
        if (Count == 0) return false;
        var index = _finger & (_table.Length - 1);
        while (_table[index].Key.IsUnbound) index = (index + 1) & (_table.Length - 1);
        key = _table[index].Key;
        _table[index] = new Slot { Used = true };
        _finger = index + 1;
        Count--;
        return true;
    }

    internal void Clear()
    {
        _table = new Slot[8];
        _fill = _finger = Count = 0;
    }

    /// <summary>Steps <paramref name="position"/> (0 at the start) to the next element.</summary>
    internal bool NextKey(ref int position, out PyValue key)
    {
        while (position < _table.Length)
        {
            key = _table[position++].Key;
            if (!key.IsUnbound) return true;
        }
        key = default;
        return false;
    }

    /// <summary>Adds all elements of another set, in the order and with the table growth of CPython.</summary>
    internal void Merge(RunContext ctx, PySet other)
    {
        if (ReferenceEquals(other, this) || other.Count == 0) return;
        ReserveFor(ctx, other.Count);
        var copy = _fill == 0 && _table.Length == other._table.Length && other._fill == other.Count;
        if (copy)
        {
            other._table.CopyTo(_table, 0);
            _fill = other._fill;
            Count = other.Count;
            return;
        }
        foreach (var slot in other._table)
        {
            if (slot.Key.IsUnbound) continue;
            ctx.Step();
            Add(ctx, slot.Key, slot.Hash);
        }
    }

    /// <summary>Grows as CPython does before it adds all keys of a set or dict.</summary>
    internal void ReserveFor(RunContext ctx, int more)
    {
        if ((_fill + (long)more) * 5 >= (_table.Length - 1) * 3L) Resize(ctx, (Count + (long)more) * 2);
    }

    internal PySet Copy(RunContext ctx, bool frozen)
    {
        var copy = new PySet(frozen);
        copy.Merge(ctx, this);
        return copy;
    }

    private bool Add(RunContext ctx, PyValue key, long hash)
    {
        if (Find(ctx, key, hash, out var free) >= 0) return false;
        _table[free] = new Slot { Key = key, Hash = hash, Used = true };
        _fill++;
        Count++;
        if (_fill * 5L >= (_table.Length - 1) * 3L) Resize(ctx, Count > 50000 ? Count * 2L : Count * 4L);
        return true;
    }

    private int Find(RunContext ctx, PyValue key, long hash) => Find(ctx, key, hash, out _);

    /// <summary>The slot of the key, or -1 and the slot where it belongs.</summary>
    private int Find(RunContext ctx, PyValue key, long hash, out int free)
    {
        var table = _table;
        var mask = table.Length - 1;
        var perturb = (ulong)hash;
        var start = (int)(hash & mask);
        for (var rounds = 0; ; rounds++)
        {
            var last = start + LinearProbes <= mask ? start + LinearProbes : start;
            for (free = start; free <= last; free++)
            {
                ref var slot = ref table[free];
                if (!slot.Used) return -1;
                if (slot.Hash != hash || slot.Key.IsUnbound || !ctx.AreSame(slot.Key, key)) continue;
                return free;
            }
            if (rounds > 4) ctx.Step();
            perturb >>= 5;
            start = (int)(((ulong)start * 5 + 1 + perturb) & (ulong)mask);
        }
    }

    private void Resize(RunContext ctx, long minimum)
    {
        long size = 8;
        while (size <= minimum) size <<= 1;
        ctx.Meter.Reserve(32 * size);
        var table = new Slot[size];
        foreach (var slot in _table)
        {
            if (!slot.Key.IsUnbound) InsertClean(table, slot);
        }
        _table = table;
        _fill = Count;
        ctx.Meter.Allocated(this, 32 * size);
    }

    private static void InsertClean(Slot[] table, Slot slot)
    {
        var mask = table.Length - 1;
        var perturb = (ulong)slot.Hash;
        var start = (int)(slot.Hash & mask);
        while (true)
        {
            var last = start + LinearProbes <= mask ? start + LinearProbes : start;
            for (var i = start; i <= last; i++)
            {
                if (table[i].Used) continue;
                table[i] = slot;
                return;
            }
            perturb >>= 5;
            start = (int)(((ulong)start * 5 + 1 + perturb) & (ulong)mask);
        }
    }

    // Used with an unbound key marks a deleted element: searches go on behind it.
    private struct Slot
    {
        internal PyValue Key;
        internal long Hash;
        internal bool Used;
    }
}
