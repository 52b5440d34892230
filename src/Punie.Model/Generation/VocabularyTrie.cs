using Punie.Chat.Grammars;
using Punie.Chat.Tokenizing;

namespace Punie.Model.Generation;

/// <summary>The bytes of all text tokens as a tree, so that one walk finds every token that a grammar allows.</summary>
/// <remarks>Thread-safe. Added tokens are left out unless the format says that they are text.</remarks>
internal sealed class VocabularyTrie
{
    private readonly Node _root = new();

    public VocabularyTrie(Tokenizer tokenizer, IReadOnlySet<int> addedText)
    {
        Size = tokenizer.VocabularySize;
        for (var token = 0; token < Size; token++)
        {
            if (!tokenizer.IsAdded(token) || addedText.Contains(token)) Add(token, tokenizer.TokenBytes(token).Span);
        }
    }

    public int Size { get; }

    /// <summary>Sets the tokens whose whole text the grammar takes from a state.</summary>
    public void Allow(GrammarState state, Span<bool> allowed)
    {
        foreach (var child in _root.Children) Walk(child, state, allowed);
    }

    private void Add(int token, ReadOnlySpan<byte> bytes)
    {
        var node = _root;
        foreach (var value in bytes) node = node.ChildFor(value);
        node.Tokens.Add(token);
    }

    private static void Walk(Node node, GrammarState state, Span<bool> allowed)
    {
        if (state.Next(node.Value) is not { } next) return;
        foreach (var token in node.Tokens) allowed[token] = true;
        foreach (var child in node.Children) Walk(child, next, allowed);
    }

    private sealed class Node
    {
        public byte Value { get; init; }

        public List<Node> Children { get; } = [];

        public List<int> Tokens { get; } = [];

        public Node ChildFor(byte value)
        {
            foreach (var child in Children)
            {
                if (child.Value == value) return child;
            }

            var added = new Node { Value = value };
            Children.Add(added);
            return added;
        }
    }
}
