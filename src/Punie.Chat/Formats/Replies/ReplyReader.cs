using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Formats.Replies;

/// <summary>Finds the calls that a server left in a reply's text, whatever family wrote it.</summary>
/// <remarks>For servers whose model family is not known. Give it the whole reply: what it finds depends on the text
/// alone, so a stream cut anywhere reads the same. Immutable and thread-safe.</remarks>
public sealed partial class ReplyReader
{
    // The first shape that finds a call wins.
    private readonly IReplyShape[] _shapes;

    // Inside thinking, only what is marked as a call counts: a program may be thought about without being meant.
    private readonly IReplyShape[] _markedShapes = [new HermesCall(), new QwenXmlCall(), new GlmCall()];

    /// <summary>Makes a reader.</summary>
    /// <param name="isProgram">Says whether a text without any marker is a program to run: it parses and calls
    /// something.</param>
    public ReplyReader(Func<string, bool> isProgram) => _shapes =
    [
        .. _markedShapes,           // self-describing: markers and a name
        new TaggedProgram(),        // the same markers around anything else
        new WrittenCall(),          // before fences: the call may stand in one
        new FencedProgram(),        // before JSON: a program may hold JSON
        new JsonCall(),             // one known name
        new BareProgram(isProgram), // last: no mark at all
    ];

    /// <summary>Reads a reply: thinking, text and calls. A reply without calls keeps its text as it is.</summary>
    /// <returns>An assistant message; call ids are unique in it.</returns>
    public ChatMessage Read(string reply)
    {
        var (thought, spoken) = Thinking.Split(reply);
        var calls = FirstOf(_shapes, spoken);
        var contents = new List<AIContent>();
        if (calls.Count == 0 && string.IsNullOrWhiteSpace(spoken))
        {
            calls = FirstOf(_markedShapes, thought);
            if (calls.Count > 0) (thought, spoken) = ("", thought);
        }

        if (thought.Length > 0) contents.Add(new TextReasoningContent(thought));
        if (calls.Count == 0) contents.Add(new TextContent(spoken));
        else AddParts(spoken, calls, contents);
        return new ChatMessage(ChatRole.Assistant, contents);
    }

    private static IReadOnlyList<ReplyCall> FirstOf(IReplyShape[] shapes, string text) =>
        shapes.Select(s => s.Find(text)).FirstOrDefault(calls => calls.Count > 0) ?? [];

    private static void AddParts(string text, IReadOnlyList<ReplyCall> calls, List<AIContent> contents)
    {
        var at = 0;
        foreach (var (index, call) in calls.Index())
        {
            AddText(text[at..call.Start], contents);
            var id = string.Create(CultureInfo.InvariantCulture, $"call_{index + 1}");
            contents.Add(new FunctionCallContent(id, call.Name, call.Arguments));
            at = call.End;
        }

        AddText(text[at..], contents);
    }

    private static void AddText(string text, List<AIContent> contents)
    {
        text = LooseFence().Replace(text, "").Trim();
        if (text.Length > 0) contents.Add(new TextContent(text));
    }

    // A fence that stood around a call and has nothing in it any more.
    [GeneratedRegex(@"\A\s*`{3,}[ \t]*$|^[ \t]*`{3,}\w*\s*\z", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LooseFence();
}
