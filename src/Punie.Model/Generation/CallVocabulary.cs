using Punie.Chat.Formats;
using Punie.Chat.Grammars;
using Punie.Chat.Tokenizing;

namespace Punie.Model.Generation;

/// <summary>
/// A vocabulary with the markers around calls, prepared for finding what a grammar allows. Thread-safe.
/// </summary>
public sealed class CallVocabulary
{
    private readonly Tokenizer _tokenizer;
    private readonly VocabularyTrie _trie;

    /// <summary>Prepares a vocabulary.</summary>
    /// <param name="tokenizer">The model's own.</param>
    /// <param name="markers">The format's call markers.</param>
    public CallVocabulary(Tokenizer tokenizer, CallTokens markers)
    {
        (_tokenizer, Markers) = (tokenizer, markers);
        _trie = new VocabularyTrie(tokenizer, markers.Fragments);
    }

    /// <summary>Prepares the router's vocabulary.</summary>
    public static CallVocabulary ForRouter(Tokenizer tokenizer, RouterFormat format) => new(
        tokenizer,
        new CallTokens(format.CallStartToken, format.CallEndToken, format.StopTokens)
        {
            Fragments =
                format.FragmentTokens
        });

    internal CallTokens Markers { get; }

    internal ReadOnlySpan<byte> BytesOf(int token) => _tokenizer.TokenBytes(token).Span;

    /// <summary>What may come next inside a call.</summary>
    internal bool[] MaskOf(GrammarState state)
    {
        var mask = new bool[_trie.Size];
        _trie.Allow(state, mask);
        if (state.CanEnd) mask[Markers.Close] = true;
        return mask;
    }

    /// <summary>What may stand outside a call: text and the end of the reply.</summary>
    internal bool[] TextMask()
    {
        var mask = new bool[_trie.Size];
        for (var token = 0; token < mask.Length; token++) mask[token] = !_tokenizer.IsAdded(token);
        foreach (var stop in Markers.Stops) mask[stop] = true;
        return mask;
    }
}
