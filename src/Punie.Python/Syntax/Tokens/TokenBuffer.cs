namespace Punie.Python.Syntax.Tokens;

/// <summary>
/// Tokens in the order in which they are read. Not a <c>List</c>: the framework has no ready code for lists of our
/// structs.
/// </summary>
internal sealed class TokenBuffer(int capacity)
{
    private Token[] _items = new Token[capacity];

    public int Count { get; private set; }

    public Token Last => _items[Count - 1];

    public void Add(Token token)
    {
        if (Count == _items.Length) _items = Copy(Count * 2);
        _items[Count++] = token;
    }

    public Token[] ToArray() => Copy(Count);

    private Token[] Copy(int length)
    {
        var copy = new Token[length];
        Array.Copy(_items, copy, Count);
        return copy;
    }
}
