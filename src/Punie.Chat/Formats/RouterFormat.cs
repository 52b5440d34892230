using Microsoft.Extensions.AI;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Formats;

/// <summary>The router's conversations: a request, then a program between call markers or a short answer.</summary>
/// <remarks>No system turn, no tool turn: the router answers a request in one step and what the program prints is the
/// answer. The tools are in its weights, so declarations are not rendered. A conversation longer than one exchange can
/// be rendered for training; a prompt holds the last request only, because that is what it was trained on.</remarks>
public sealed class RouterFormat : IChatFormat
{
    private const string TurnStart = "<|im_start|>";
    private const string TurnEnd = "<|im_end|>";
    private const string TextEnd = "<|endoftext|>";
    private const string CallStart = "<tool_call>";
    private const string CallEnd = "</tool_call>";

    private readonly Tokenizer _tokenizer;
    private readonly AddedTokenSet _fragments;
    private readonly int _turnStart;
    private readonly int _turnEnd;
    private readonly int _callStart;
    private readonly int _callEnd;

    /// <summary>Binds the format to the vocabulary of one model.</summary>
    /// <exception cref="InvalidDataException">The vocabulary lacks one of <see cref="Markers"/>.</exception>
    public RouterFormat(Tokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        _turnStart = tokenizer.IdOf(TurnStart);
        _turnEnd = tokenizer.IdOf(TurnEnd);
        _callStart = tokenizer.IdOf(CallStart);
        _callEnd = tokenizer.IdOf(CallEnd);
        StopTokens = [_turnEnd, tokenizer.IdOf(TextEnd)];
        var fragments = tokenizer.AddedTokens.Where(t => !Markers.Any(m => m.Content == t.Content)).ToList();
        _fragments = new AddedTokenSet(fragments);
        FragmentTokens = fragments.Select(t => t.Id).ToHashSet();
    }

    /// <summary>The added tokens that a router vocabulary must have, in the order of their ids.</summary>
    /// <remarks>The call markers are not special, so that a text parser still sees them when special tokens are
    /// skipped.</remarks>
    public static IReadOnlyList<NewToken> Markers { get; } =
    [
        new(TextEnd, IsSpecial: true),
        new(TurnStart, IsSpecial: true),
        new(TurnEnd, IsSpecial: true),
        new(CallStart, IsSpecial: false),
        new(CallEnd, IsSpecial: false),
    ];

    /// <inheritdoc/>
    public string Name => "router";

    /// <inheritdoc/>
    public string ChatTemplate => RouterTemplate.Text;

    /// <inheritdoc/>
    public IReadOnlyList<int> StopTokens { get; }

    /// <summary>
    /// The added tokens that stand for pieces of a program, such as a whole line. Only programs use them.
    /// </summary>
    /// <remarks>
    /// What is left for the model to decide is which line and which value: a program is a dozen tokens instead of a
    /// hundred.
    /// </remarks>
    public IReadOnlySet<int> FragmentTokens { get; }

    /// <summary>The id that opens a program, right at the start of a reply.</summary>
    public int CallStartToken => _callStart;

    /// <summary>The id that closes a program; a line end stands before it.</summary>
    public int CallEndToken => _callEnd;

    /// <inheritdoc/>
    public Rendered Render(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<AIFunctionDeclaration> tools, bool openReply)
    {
        if (messages.Count == 0)
            throw new ArgumentException("A conversation has at least one message.", nameof(messages));
        var sheet = new Sheet();
        foreach (var message in openReply ? [LastRequest(messages)] : messages) WriteTurn(message, sheet);
        if (openReply) OpenTurn(ChatRole.Assistant, sheet);
        return sheet.ToRendered();
    }

    /// <inheritdoc/>
    public ChatMessage Parse(string reply)
    {
        var text = WithoutEnd(reply);
        var start = text.IndexOf(CallStart, StringComparison.Ordinal);
        if (start < 0) return new ChatMessage(ChatRole.Assistant, text);

        var before = text[..start].Trim();
        var call = CodeCall.Create("call_1", ProgramOf(text[(start + CallStart.Length)..]));
        return new ChatMessage(ChatRole.Assistant, before.Length == 0 ? [call] : [new TextContent(before), call]);
    }

    private static ChatMessage LastRequest(IReadOnlyList<ChatMessage> messages) =>
        messages.LastOrDefault(m => m.Role == ChatRole.User)
        ?? throw new ArgumentException("The conversation has no request of a user to reply to.", nameof(messages));

    private void WriteTurn(ChatMessage message, Sheet sheet)
    {
        OpenTurn(message.Role, sheet);
        var trained = message.Role == ChatRole.Assistant;
        if (CodeCall.CodeOf(message) is { } code)
        {
            CheckCall(message);
            sheet.Add([_callStart, .. _tokenizer.EncodeWith(_fragments, $"\n{code}\n"), _callEnd], trained);
        }
        else
        {
            CheckText(message);
            sheet.Add(_tokenizer.Encode(message.Text), trained);
        }

        sheet.Add([_turnEnd], trained);
    }

    private void OpenTurn(ChatRole role, Sheet sheet)
    {
        if (role != ChatRole.User && role != ChatRole.Assistant)
        {
            throw new ArgumentException(
                $"The router knows user and assistant turns only, not '{role.Value}'. Leave the message out.");
        }

        if (!sheet.IsEmpty) sheet.Add(_tokenizer.Encode("\n"), trained: false);
        sheet.Add([_turnStart, .. _tokenizer.Encode($"{role.Value}\n")], trained: false);
    }

    private static void CheckCall(ChatMessage message)
    {
        if (message.Role != ChatRole.Assistant || message.Contents.Count != 1)
        {
            throw new ArgumentException("A router call is an assistant message with one program and nothing else.");
        }
    }

    private static void CheckText(ChatMessage message)
    {
        if (message.Contents.FirstOrDefault(c => c is not TextContent) is { } content)
        {
            throw new ArgumentException(
                $"The router writes text and {CodeCall.FunctionName} calls, not {content.GetType().Name}.");
        }
    }

    private static string WithoutEnd(string reply)
    {
        foreach (var end in new[] { TurnEnd, TextEnd })
        {
            var at = reply.LastIndexOf(end, StringComparison.Ordinal);
            if (at >= 0 && string.IsNullOrWhiteSpace(reply[(at + end.Length)..])) reply = reply[..at];
        }

        return reply;
    }

    // The last closing marker is the real one: a program may hold the same text in a string. It may be missing.
    private static string ProgramOf(string text)
    {
        var end = text.LastIndexOf(CallEnd, StringComparison.Ordinal);
        if (end >= 0) text = text[..end];
        if (text.StartsWith('\n')) text = text[1..];
        return text.EndsWith('\n') ? text[..^1] : text;
    }

    private sealed class Sheet
    {
        private readonly List<int> _tokens = [];
        private readonly List<bool> _trained = [];

        public bool IsEmpty => _tokens.Count == 0;

        public void Add(ReadOnlySpan<int> tokens, bool trained)
        {
            _tokens.AddRange(tokens);
            _trained.AddRange(Enumerable.Repeat(trained, tokens.Length));
        }

        public Rendered ToRendered() => new(_tokens.ToArray(), _trained.ToArray());
    }
}
