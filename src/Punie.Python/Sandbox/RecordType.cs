using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox;

/// <summary>A kind of attribute object that host functions return; programs can read it and nothing else.</summary>
/// <remarks>Two are equal when their names and fields are: a run that was saved makes its own.</remarks>
public sealed class RecordType : IEquatable<RecordType>
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Defines a record.</summary>
    /// <param name="name">The class name that programs see.</param>
    /// <param name="fields">Attribute names in order; no duplicates.</param>
    public RecordType(string name, IReadOnlyList<string> fields)
    {
        Name = name;
        Fields = [.. fields];
        for (var i = 0; i < Fields.Count; i++) _positions.Add(Fields[i], i);
        Type = PyType.Native(name, "__main__");
    }

    /// <summary>The class name that programs see.</summary>
    public string Name { get; }

    /// <summary>Attribute names in order.</summary>
    public IReadOnlyList<string> Fields { get; }

    internal PyType Type { get; }

    /// <inheritdoc/>
    public bool Equals(RecordType? other) =>
        ReferenceEquals(this, other)
            || (other is not null && Name == other.Name && Fields.SequenceEqual(other.Fields, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RecordType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name.GetHashCode(StringComparison.Ordinal), Fields.Count);

    internal bool TryPosition(string field, out int position) => _positions.TryGetValue(field, out position);
}
