using System.Diagnostics.CodeAnalysis;

namespace Punie.Python.Sandbox.Objects;

/// <summary>Values by name: the attributes of a class, the members of a module, the built-in names.</summary>
/// <remarks>
/// The values are boxed: the framework holds ready code for dictionaries of references, while one of structs would be
/// compiled in every process.
/// </remarks>
internal sealed class NameTable
{
    private Dictionary<string, Slot>? _slots;

    internal IEnumerable<string> Keys => _slots is null ? [] : _slots.Keys;

    internal IEnumerable<(string Name, PyValue Value)> Pairs
    {
        get
        {
            foreach (var (name, slot) in _slots ?? []) yield return (name, slot.Value);
        }
    }

    internal PyValue this[string name]
    {
        get => _slots![name].Value;
        set
        {
            _slots ??= new Dictionary<string, Slot>(StringComparer.Ordinal);
            if (_slots.TryGetValue(name, out var slot)) slot.Value = value;
            else _slots.Add(name, new Slot { Value = value });
        }
    }

    /// <summary>Throws <see cref="ArgumentException"/> when the name is there already.</summary>
    internal void Add(string name, PyValue value)
    {
        _slots ??= new Dictionary<string, Slot>(StringComparer.Ordinal);
        _slots.Add(name, new Slot { Value = value });
    }

    internal bool ContainsKey(string name) => _slots is not null && _slots.ContainsKey(name);

    internal bool TryGetValue(string name, [MaybeNullWhen(false)] out PyValue value)
    {
        if (_slots is not null && _slots.TryGetValue(name, out var slot))
        {
            value = slot.Value;
            return true;
        }
        value = default;
        return false;
    }

    internal bool Remove(string name) => _slots is not null && _slots.Remove(name);

    private sealed class Slot
    {
        internal PyValue Value;
    }
}
