using System.Text.RegularExpressions;

namespace Punie.Chat.Formats.Replies;

/// <summary>The first Python block in Markdown; the closing fence may be missing.</summary>
internal sealed partial class FencedProgram : IReplyShape
{
    /// <inheritdoc/>
    public IReadOnlyList<ReplyCall> Find(string text)
    {
        var match = Fence().Match(text);
        return match.Success && !string.IsNullOrWhiteSpace(match.Groups["body"].Value)
            ? [ReplyCall.OfCode(match.Index, match.Index + match.Length,
                Markup.TrimLineEnds(match.Groups["body"].Value))]
            : [];
    }

    /// <summary>The program in a text that is one fenced block and nothing else; null for any other.</summary>
    public static string? ProgramIn(string text)
    {
        var match = Fence().Match(text.Trim());
        return match.Success && match.Length == text.Trim().Length
            ? Markup.TrimLineEnds(match.Groups["body"].Value)
            : null;
    }

    // The closing fence stands at the start of a line and is as long as the opening one.
    [GeneratedRegex(
        @"^[ \t]*(?<fence>`{3,})[ \t]*(?:python3?|py|tool_code)[ \t]*\r?\n(?<body>.*?)(?:^[ \t]*\k<fence>`*[ \t]*$|\z)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
        | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
