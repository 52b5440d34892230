using System.Numerics;
using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>
/// A dict in insertion order: entries in an array, a chained index over it, holes where entries were deleted.
/// </summary>
/// <remarks>A small dict has no index: its few hashes are compared one after the other.</remarks>
internal sealed partial class PyDict : PyObject
{
    private const int NoEntry = -1;
    private const int SmallSize = 8;

    private int[] _buckets = [];
    private Entry[] _entries = [];
    private int _used;

    // An instance of a class derived from str can equal a text: then text keys take the general way too.
    private bool _hasInstanceKeys;

    internal PyDict() : base(Types.Dict)
    {
    }

    /// <summary>With room for a display's entries; the caller accounts for it.</summary>
    internal PyDict(int capacity) : base(Types.Dict) =>
        _entries = capacity is > 0 and <= SmallSize ? new Entry[capacity] : [];

    /// <summary>A <c>defaultdict</c>, <c>Counter</c> or other dict with its own manners.</summary>
    internal PyDict(PyType type, DictVariant variant) : base(type) => Variant = variant;

    /// <summary>Null for a plain dict.</summary>
    internal DictVariant? Variant { get; }

    internal int Count { get; private set; }

    /// <summary>Changes when keys are added or removed; iterators check it.</summary>
    internal int Version { get; private set; }

    /// <summary>Unbound when the key is absent. Hashes and compares as Python does.</summary>
    internal PyValue Find(RunContext ctx, PyValue key)
    {
        var index = IndexOf(ctx, key, Spread(ctx.Hash(key)));
        return index < 0 ? default : _entries[index].Value;
    }

    /// <summary>Unbound when the key is absent; runs no code of the program.</summary>
    internal PyValue FindText(string key)
    {
        var index = IndexOfText(key, Spread(Hashing.OfText(key)));
        return index < 0 ? default : _entries[index].Value;
    }

    /// <summary>
    /// As <see cref="FindText"/>, with the <see cref="Spread"/> hash at hand; unbound also where only the general way
    /// can tell.
    /// </summary>
    internal PyValue FindLiteral(string key, int hash)
    {
        if (_hasInstanceKeys) return default;
        var index = IndexOfText(key, hash);
        return index < 0 ? default : _entries[index].Value;
    }

    /// <summary>Adds a text key that is not there yet.</summary>
    internal void AppendText(PyValue key, int hash, PyValue value)
    {
        if (_used == _entries.Length) Grow(null);
        Append(key, hash, value);
    }

    internal void Set(RunContext ctx, PyValue key, PyValue value)
    {
        var hash = Spread(ctx.Hash(key));
        var index = IndexOf(ctx, key, hash);
        if (index >= 0)
        {
            _entries[index].Value = value;
            return;
        }
        if (_used == _entries.Length) Grow(ctx);
        Append(key, hash, value);
    }

    /// <summary>For host values and compiled code; does not account for growth.</summary>
    internal void SetText(string key, PyValue value)
    {
        var hash = Spread(Hashing.OfText(key));
        var index = IndexOfText(key, hash);
        if (index >= 0)
        {
            _entries[index].Value = value;
            return;
        }
        if (_used == _entries.Length) Grow(null);
        Append(PyValue.Str(key), hash, value);
    }

    /// <summary>False when the key is absent.</summary>
    internal bool Remove(RunContext ctx, PyValue key, out PyValue value)
    {
        var index = IndexOf(ctx, key, Spread(ctx.Hash(key)));
        value = index < 0 ? default : _entries[index].Value;
        if (index >= 0) RemoveEntry(index);
        return index >= 0;
    }

    /// <summary>Removes the last or the first entry; false when the dict is empty.</summary>
    internal bool RemoveEnd(bool last, out PyValue key, out PyValue value)
    {
        var index = last ? _used - 1 : 0;
        while ((uint)index < (uint)_used && _entries[index].Key.IsUnbound) index += last ? -1 : 1;
        if ((uint)index >= (uint)_used)
        {
            key = value = default;
            return false;
        }
        (key, value) = (_entries[index].Key, _entries[index].Value);
        RemoveEntry(index);
        return true;
    }

    internal void Clear()
    {
        _buckets = [];
        _entries = [];
        _used = Count = 0;
        Version++;
    }

    /// <summary>Steps <paramref name="position"/> (0 at the start) to the next entry.</summary>
    internal bool NextEntry(ref int position, out PyValue key, out PyValue value)
    {
        while (position < _used)
        {
            ref var entry = ref _entries[position++];
            if (entry.Key.IsUnbound) continue;
            (key, value) = (entry.Key, entry.Value);
            return true;
        }
        key = value = default;
        return false;
    }

    /// <summary>As <see cref="NextEntry"/>, backwards; start at <see cref="EndPosition"/>.</summary>
    internal bool PreviousEntry(ref int position, out PyValue key, out PyValue value)
    {
        while (position > 0)
        {
            ref var entry = ref _entries[--position];
            if (entry.Key.IsUnbound) continue;
            (key, value) = (entry.Key, entry.Value);
            return true;
        }
        key = value = default;
        return false;
    }

    internal int EndPosition => _used;

    internal KeyValuePair<PyValue, PyValue>[] ToPairs()
    {
        var pairs = new KeyValuePair<PyValue, PyValue>[Count];
        var position = 0;
        for (var i = 0; NextEntry(ref position, out var key, out var value); i++) pairs[i] = new(key, value);
        return pairs;
    }

    internal PyDict Copy(RunContext ctx)
    {
        var copy = new PyDict();
        copy.Update(ctx, this);
        return copy;
    }

    internal void Update(RunContext ctx, PyDict other)
    {
        var position = 0;
        while (other.NextEntry(ref position, out var key, out var value))
        {
            ctx.Step();
            Set(ctx, key, value);
        }
    }

    private int IndexOf(RunContext ctx, PyValue key, int hash)
    {
        if (key.Ref is string text && !_hasInstanceKeys) return IndexOfText(text, hash);
        if (_buckets.Length == 0) return IndexOfSmall(ctx, key, hash);
        var probes = 0;
        for (var i = Bucket(hash) - 1; i >= 0;)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && Matches(ctx, entry.Key, key)) return i;
            if (++probes > 16) ctx.Step();
            // Python code that ran inside the comparison may have changed the dict.
            if (i >= _entries.Length) return NoEntry;
            i = _entries[i].Next;
        }
        return NoEntry;
    }

    private int IndexOfSmall(RunContext ctx, PyValue key, int hash)
    {
        for (var i = 0; i < _used && i < _entries.Length; i++)
        {
            if (_entries[i].Hash == hash && !_entries[i].Key.IsUnbound && Matches(ctx, _entries[i].Key, key)) return i;
        }
        return NoEntry;
    }

    private int IndexOfText(string key, int hash)
    {
        if (_buckets.Length == 0)
        {
            for (var i = 0; i < _used; i++)
            {
                if (_entries[i].Hash == hash && IsText(_entries[i].Key, key)) return i;
            }
            return NoEntry;
        }
        for (var i = Bucket(hash) - 1; i >= 0; i = _entries[i].Next)
        {
            if (_entries[i].Hash == hash && IsText(_entries[i].Key, key)) return i;
        }
        return NoEntry;
    }

    private static bool IsText(PyValue own, string key) =>
        ReferenceEquals(own.Ref, key) || (own.Ref is string text && text == key);

    private static bool Matches(RunContext ctx, PyValue own, PyValue key) =>
        own.IsInt && key.IsInt ? own.Bits == key.Bits : ctx.AreSame(own, key);

    private void Append(PyValue key, int hash, PyValue value)
    {
        if (key.Ref is not (string or PyTag)) _hasInstanceKeys |= key.Ref is PyInstance;
        ref var entry = ref _entries[_used++];
        entry.Hash = hash;
        entry.Key = key;
        entry.Value = value;
        if (_buckets.Length > 0)
        {
            ref var bucket = ref Bucket(hash);
            entry.Next = bucket - 1;
            bucket = _used;
        }
        Count++;
        Version++;
    }

    private void RemoveEntry(int index)
    {
        if (_buckets.Length > 0) Unlink(index);
        _entries[index] = default;
        Count--;
        Version++;
        if (Count == 0) _used = 0;
    }

    private void Unlink(int index)
    {
        ref var bucket = ref Bucket(_entries[index].Hash);
        if (bucket - 1 == index)
        {
            bucket = _entries[index].Next + 1;
            return;
        }
        var previous = bucket - 1;
        while (_entries[previous].Next != index) previous = _entries[previous].Next;
        _entries[previous].Next = _entries[index].Next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Bucket(int hash) => ref _buckets[hash & (_buckets.Length - 1)];

    /// <summary>
    /// The half of a hash that entries keep. Ints hash to themselves: strides of powers of two must not share a bucket.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Spread(long hash) => (int)(((ulong)hash * 0x9E3779B97F4A7C15UL) >> 32);

    private void Grow(RunContext? ctx)
    {
        var capacity = Count * 2 <= _entries.Length && _entries.Length > 0
            ? _entries.Length
            : Math.Max(4, _entries.Length * 2);
        // The index needs a power of two.
        if (capacity > SmallSize) capacity = (int)BitOperations.RoundUpToPowerOf2((uint)capacity);
        ctx?.Meter.Reserve(44L * capacity);
        var entries = new Entry[capacity];
        var used = 0;
        for (var i = 0; i < _used; i++)
        {
            if (!_entries[i].Key.IsUnbound) entries[used++] = _entries[i];
        }
        _entries = entries;
        _used = used;
        _buckets = capacity <= SmallSize ? [] : new int[capacity];
        for (var i = 0; i < used && _buckets.Length > 0; i++)
        {
            ref var bucket = ref Bucket(entries[i].Hash);
            entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
        ctx?.Meter.Allocated(this, 44L * capacity);
    }

    private struct Entry
    {
        internal int Hash;
        internal int Next;
        internal PyValue Key;
        internal PyValue Value;
    }
}
