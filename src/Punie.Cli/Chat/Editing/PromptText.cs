namespace Punie.Cli.Chat.Editing;

/// <summary>When a prompt is complete.</summary>
internal static class PromptText
{
    private const string Fence = "```";

    /// <summary>
    /// True when the next line belongs to it: it ends in <c>\</c>, or a fence of three backticks is open.
    /// </summary>
    public static bool GoesOn(string text) => text.EndsWith('\\') || HasOpenFence(text);

    /// <summary>The text with room for the next line: a <c>\</c> at the end becomes the line break.</summary>
    public static string WithNewLine(string text) =>
        text.EndsWith('\\') && !HasOpenFence(text) ? text[..^1] + "\n" : text + "\n";

    private static bool HasOpenFence(string text) =>
        text.Split('\n').Count(line => line.TrimStart().StartsWith(Fence, StringComparison.Ordinal)) % 2 == 1;
}
