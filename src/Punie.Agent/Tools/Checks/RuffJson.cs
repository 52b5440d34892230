using System.Text.Json;

namespace Punie.Agent.Tools.Checks;

/// <summary>Reads what <c>ruff check --output-format json</c> prints.</summary>
/// <remarks>Source: https://docs.astral.sh/ruff/settings/#output-format.</remarks>
internal static class RuffJson
{
    private const string SyntaxError = "invalid-syntax";

    /// <summary>The findings; null when the text is not ruff's JSON.</summary>
    public static IReadOnlyList<RuffViolation>? Read(string text, ToolContext context)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.EnumerateArray().Select(finding => Finding(finding, context)).ToList();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    private static RuffViolation Finding(JsonElement finding, ToolContext context)
    {
        var location = finding.GetProperty("location");
        return new RuffViolation(
            CheckText.Relative(context, finding.GetProperty("filename").GetString()!),
            location.GetProperty("row").GetInt32(),
            location.GetProperty("column").GetInt32(),
            finding.GetProperty("code").GetString() ?? SyntaxError,   // older versions give null
            CheckText.Bounded(finding.GetProperty("message").GetString()!, context.Limits.MessageChars),
            IsFixable(finding.GetProperty("fix")));
    }

    // A fix for display only is shown but never applied. The engine under node does not say which kind it is.
    private static bool IsFixable(JsonElement fix) =>
        fix.ValueKind is JsonValueKind.Object
        && !(fix.TryGetProperty("applicability", out var kind) && kind.ValueEquals("display"));
}
