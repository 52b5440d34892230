namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// The containers that are being shown, innermost last: one that holds itself is found without a walk over all of them.
/// </summary>
internal sealed class ActiveReprs
{
    private readonly Stack<object> _inOrder = new();
    private readonly HashSet<object> _all = new(ReferenceEqualityComparer.Instance);

    internal int Count => _inOrder.Count;

    /// <summary>False when the container is being shown already.</summary>
    internal bool TryBegin(object container)
    {
        if (!_all.Add(container)) return false;
        _inOrder.Push(container);
        return true;
    }

    /// <summary>Ends this container, and what is left within it.</summary>
    internal void End(object container)
    {
        if (!_all.Contains(container)) return;
        while (!ReferenceEquals(_inOrder.Peek(), container)) _all.Remove(_inOrder.Pop());
        _all.Remove(_inOrder.Pop());
    }

    /// <summary>Ends all but the outermost so many.</summary>
    internal void CutTo(int count)
    {
        while (_inOrder.Count > count) _all.Remove(_inOrder.Pop());
    }
}
