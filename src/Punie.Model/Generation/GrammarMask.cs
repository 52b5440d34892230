using System.Collections.Concurrent;
using Punie.Chat.Formats;
using Punie.Chat.Grammars;
using Punie.Chat.Tokenizing;

namespace Punie.Model.Generation;

/// <summary>Holds calls to a grammar: once a reply opens a call, every token up to its end must fit.</summary>
/// <remarks>A reply that opens no call is free text. Thread-safe: it makes one constraint per reply and shares what they learn.</remarks>
public sealed class GrammarMask
{
    // A mask is as many bytes as the vocabulary; beyond this many it is made anew each time.
    private const int MaxKeptMasks = 1 << 12;
    private readonly Grammar _grammar;
    private readonly CallTokens _tokens;
    private readonly Tokenizer _tokenizer;
    private readonly VocabularyTrie _vocabulary;
    private readonly ConcurrentDictionary<GrammarState, bool[]> _masks = new();

    /// <summary>Prepares a vocabulary.</summary>
    /// <param name="grammar">Matches the whole text between the opening and the closing token, line ends included.</param>
    /// <param name="tokenizer">The model's own.</param>
    /// <param name="tokens">The format's call markers.</param>
    public GrammarMask(Grammar grammar, Tokenizer tokenizer, CallTokens tokens)
    {
        _grammar = grammar;
        _tokens = tokens;
        _tokenizer = tokenizer;
        _vocabulary = new VocabularyTrie(tokenizer, tokens.Fragments);
    }

    /// <summary>A mask for the router's calls.</summary>
    /// <param name="program">Matches a whole program, without the line ends that the format puts around it.</param>
    /// <param name="tokenizer">The model's own.</param>
    /// <param name="format">Writes a call as opening token, line end, program, line end, closing token.</param>
    public static GrammarMask ForRouter(Grammar program, Tokenizer tokenizer, RouterFormat format)
    {
        const string Framed = "punie-framed-call";
        var lineEnd = GrammarExpression.Literal("\n");
        var body = GrammarExpression.Sequence(lineEnd, GrammarExpression.Rule(program.Root), lineEnd);
        var framed = Grammar.Lazy(Framed, name => name == Framed ? body : program.Find(name));
        var tokens = new CallTokens(format.CallStartToken, format.CallEndToken, format.StopTokens) { Fragments = format.FragmentTokens };
        return new GrammarMask(framed, tokenizer, tokens);
    }

    /// <summary>A constraint for one reply.</summary>
    public ITokenConstraint Start() => new Constraint(this);

    private bool[] MaskOf(GrammarState state)
    {
        if (_masks.TryGetValue(state, out var kept)) return kept;
        var mask = new bool[_vocabulary.Size];
        _vocabulary.Allow(state, mask);
        if (state.CanEnd) mask[_tokens.Close] = true;
        if (_masks.Count < MaxKeptMasks) _masks[state] = mask;
        return mask;
    }

    /// <summary>What may stand outside a call: text and the end of the reply.</summary>
    private bool[] TextMask()
    {
        var mask = new bool[_vocabulary.Size];
        for (var token = 0; token < mask.Length; token++) mask[token] = !_tokenizer.IsAdded(token);
        foreach (var stop in _tokens.Stops) mask[stop] = true;
        return mask;
    }

    private sealed class Constraint : ITokenConstraint
    {
        private readonly GrammarMask _owner;
        private readonly bool[] _outside;
        private GrammarState? _state;

        public Constraint(GrammarMask owner)
        {
            _owner = owner;
            _outside = owner.TextMask();
            _outside[owner._tokens.Open] = true;
        }

        public ReadOnlySpan<bool> Allowed() => _state is { } state ? _owner.MaskOf(state) : _outside;

        public void Accept(int token)
        {
            var tokens = _owner._tokens;
            if (_state is null)
            {
                // A call is the reply's first token or none.
                if (token == tokens.Open && _outside[token]) _state = _owner._grammar.Start;
                _outside[tokens.Open] = false;
            }
            else if (token == tokens.Close)
            {
                _state = null;
                Array.Clear(_outside);
                foreach (var stop in tokens.Stops) _outside[stop] = true;
            }
            else
            {
                _state = _state.Next(_owner._tokenizer.TokenBytes(token).Span)
                    ?? throw new ArgumentException($"Token {token} does not fit the grammar here.", nameof(token));
            }
        }
    }
}
