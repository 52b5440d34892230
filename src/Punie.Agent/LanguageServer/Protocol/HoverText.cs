using System.Text;
using System.Text.Json;

namespace Punie.Agent.LanguageServer.Protocol;

/// <summary>What a server says about a symbol.</summary>
/// <param name="Content">Without the marks that fence code.</param>
/// <param name="Language">Of the first piece of code; <c>markdown</c> or <c>plaintext</c> without one.</param>
internal sealed record HoverText(string Content, string Language)
{
    private const string Fence = "```";

    /// <summary>
    /// Reads <c>MarkupContent</c>, a <c>MarkedString</c> or a list of these; null when it says nothing.
    /// </summary>
    public static HoverText? Read(JsonElement result)
    {
        if (result.ValueKind is not JsonValueKind.Object || !result.TryGetProperty("contents", out var contents))
            return null;

        var parts = contents.ValueKind is JsonValueKind.Array
            ? contents.EnumerateArray().Select(Part)
            : [Part(contents)];
        var texts = parts.Where(part => part.Content.Length > 0).ToList();
        return texts.Count == 0
            ? null
            : new HoverText(string.Join("\n\n", texts.Select(part => part.Content)), texts[0].Language);
    }

    private static HoverText Part(JsonElement part)
    {
        if (part.ValueKind is JsonValueKind.String) return FromMarkdown(part.GetString()!);
        if (part.ValueKind is not JsonValueKind.Object || !part.TryGetProperty("value", out var value))
            return new HoverText("", "plaintext");

        var text = value.GetString() ?? "";
        if (part.TryGetProperty("language", out var language))
            return new HoverText(text.Trim(), language.GetString() ?? "plaintext");

        var isMarkdown = part.TryGetProperty("kind", out var kind) && kind.ValueEquals("markdown");
        return isMarkdown ? FromMarkdown(text) : new HoverText(text.Trim(), "plaintext");
    }

    private static HoverText FromMarkdown(string markdown)
    {
        var content = new StringBuilder();
        string? language = null;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(Fence, StringComparison.Ordinal)) language ??= trimmed[Fence.Length..];
            else if (trimmed != "---") content.Append(line).Append('\n');
        }

        return new HoverText(content.ToString().Trim(), language is { Length: > 0 } ? language : "markdown");
    }
}
