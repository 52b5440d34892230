using System.Text.Json;

namespace Punie.Agent.Tools.Checks;

/// <summary>Reads what <c>pyright --outputjson</c> prints.</summary>
/// <remarks>Source: https://github.com/microsoft/pyright/blob/main/docs/command-line.md, "JSON Output".</remarks>
internal static class PyrightJson
{
    private const string NoRule = "syntax";

    /// <summary>The findings, and how many files were looked at; null when the text is not pyright's JSON.</summary>
    public static (IReadOnlyList<TypeCheckError> Errors, int Files)? Read(string text, ToolContext context)
    {
        // Notices such as "No configuration file found." may stand before the object.
        var start = text.IndexOf('{', StringComparison.Ordinal);
        if (start < 0) return null;

        try
        {
            using var json = JsonDocument.Parse(text.AsMemory(start));
            var errors = json.RootElement.GetProperty("generalDiagnostics").EnumerateArray()
                .Select(finding => Finding(finding, context))
                .ToList();
            return (errors, json.RootElement.GetProperty("summary").GetProperty("filesAnalyzed").GetInt32());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    private static TypeCheckError Finding(JsonElement finding, ToolContext context)
    {
        // Findings about a file as a whole have no range. Positions count from 0.
        var hasRange = finding.TryGetProperty("range", out var range);
        var start = hasRange ? range.GetProperty("start") : default;
        return new TypeCheckError(
            CheckText.Relative(context, finding.GetProperty("file").GetString()!),
            hasRange ? start.GetProperty("line").GetInt32() + 1 : 1,
            hasRange ? start.GetProperty("character").GetInt32() + 1 : 1,
            finding.GetProperty("severity").GetString()!,
            finding.TryGetProperty("rule", out var rule) ? rule.GetString() ?? NoRule : NoRule,
            CheckText.Bounded(finding.GetProperty("message").GetString()!, context.Limits.MessageChars));
    }
}
