using System.Text.RegularExpressions;

namespace Punie.Chat.Formats.Replies;

/// <summary><c>execute_code("…")</c> written out as text, with the program in a JSON or Python string.</summary>
internal sealed partial class WrittenCall : IReplyShape
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        for (var match = Opening().Match(text); match.Success; match = match.NextMatch())
        {
            // A literal that does not end takes the rest of the text with it.
            if (PythonString.Read(text, match.Index + match.Length, out var end) is not { } code) break;
            var close = Closing().Match(text, end);
            if (!close.Success) continue;
            return [ReplyCall.OfCode(match.Index, close.Index + close.Length, code)];
        }

        return [];
    }

    // At the start of a line, so that prose which mentions the function is not a call.
    [GeneratedRegex(
        @"^[ \t>`]*(?:functions\.|await[ \t]+|print[ \t]*\([ \t]*)?execute_code[ \t]*\(\s*(?:code\s*[=:]\s*)?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\s*,?\s*\)+`*", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
