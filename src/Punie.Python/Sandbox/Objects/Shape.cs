namespace Punie.Python.Sandbox.Objects;

/// <summary>
/// The attribute names of instances that got them in the same order, so that a node can remember a position.
/// </summary>
/// <remarks>Shapes grow from one root for each class of a program and die with the run.</remarks>
internal sealed class Shape
{
    internal const int MaxAttributes = 24;

    private readonly Dictionary<string, int> _positions;
    private Dictionary<string, Shape>? _next;

    internal Shape() => _positions = new Dictionary<string, int>(StringComparer.Ordinal);

    private Shape(Shape parent, string name) =>
        _positions = new Dictionary<string, int>(parent._positions, StringComparer.Ordinal) { [name] = parent.Count };

    internal int Count => _positions.Count;

    /// <summary>In the order of definition.</summary>
    internal IEnumerable<string> Names => _positions.OrderBy(p => p.Value).Select(p => p.Key);

    internal bool TryPosition(string name, out int position) => _positions.TryGetValue(name, out position);

    /// <summary>The shape with one more name; null when there would be too many, and a dict serves better.</summary>
    internal Shape? With(string name)
    {
        _next ??= new Dictionary<string, Shape>(StringComparer.Ordinal);
        if (_next.TryGetValue(name, out var next)) return next;
        if (Count >= MaxAttributes || _next.Count >= MaxAttributes) return null;
        return _next[name] = new Shape(this, name);
    }
}
