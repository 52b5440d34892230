using System.Collections.Concurrent;
using Punie.Chat.Grammars;

namespace Punie.Model.Generation;

/// <summary>Holds calls to a grammar: once a reply opens a call, every token up to its end must fit.</summary>
/// <remarks>
/// A reply that opens no call is free text. Thread-safe: it makes one constraint per reply and shares what they learn.
/// </remarks>
public sealed class GrammarMask
{
    // A mask is as many bytes as the vocabulary; beyond this many it is made anew each time.
    private const int MaxKeptMasks = 1 << 12;
    private readonly Grammar _grammar;
    private readonly CallVocabulary _vocabulary;
    private readonly ConcurrentDictionary<GrammarState, bool[]> _masks = new();

    /// <summary>Joins a grammar and a vocabulary.</summary>
    /// <param name="grammar">Matches the whole text between the opening and the closing token, line ends
    /// included.</param>
    /// <param name="vocabulary">The model's own.</param>
    public GrammarMask(Grammar grammar, CallVocabulary vocabulary) => (_grammar, _vocabulary) = (grammar, vocabulary);

    /// <summary>A mask for the router's calls, which are a line end, the program and a line end.</summary>
    /// <param name="program">Matches a whole program, without the line ends that the format puts around it.</param>
    /// <param name="vocabulary">The router's own.</param>
    public static GrammarMask ForRouter(Grammar program, CallVocabulary vocabulary)
    {
        const string Framed = "punie-framed-call";
        var lineEnd = GrammarExpression.Literal("\n");
        var body = GrammarExpression.Sequence(lineEnd, GrammarExpression.Rule(program.Root), lineEnd);
        return new GrammarMask(Grammar.Lazy(Framed, name => name == Framed ? body : program.Find(name)), vocabulary);
    }

    /// <summary>A constraint for one reply.</summary>
    public ITokenConstraint Start() => new Constraint(this);

    private bool[] MaskOf(GrammarState state)
    {
        if (_masks.TryGetValue(state, out var kept)) return kept;
        var mask = _vocabulary.MaskOf(state);
        if (_masks.Count < MaxKeptMasks) _masks[state] = mask;
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
            _outside = owner._vocabulary.TextMask();
            _outside[owner._vocabulary.Markers.Open] = true;
        }

        public ReadOnlySpan<bool> Allowed() => _state is { } state ? _owner.MaskOf(state) : _outside;

        public void Accept(int token)
        {
            var tokens = _owner._vocabulary.Markers;
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
                _state = _state.Next(_owner._vocabulary.BytesOf(token))
                    ?? throw new ArgumentException($"Token {token} does not fit the grammar here.", nameof(token));
            }
        }
    }
}
