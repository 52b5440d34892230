using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Punie.Agent.Tools.Checks;

/// <summary>
/// Reads what <c>mypy --output=json</c> prints: an object a line, and errors that stop it as plain lines.
/// </summary>
/// <remarks>
/// Source: https://github.com/python/mypy/blob/master/test-data/unit/outputjson.test; plain lines:
/// https://github.com/python/mypy/issues/21370.
/// </remarks>
internal static partial class MypyOutput
{
    private const string NoCode = "syntax";

    /// <summary>The findings; null when a line is neither form.</summary>
    public static IReadOnlyList<TypeCheckError>? Read(string text, ToolContext context)
    {
        var errors = new List<TypeCheckError>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsSummary(line)) continue;
            if ((line[0] == '{' ? FromJson(line, context) : FromText(line, context)) is not { } error) return null;

            errors.Add(error);
        }

        return errors;
    }

    private static bool IsSummary(string line) =>
        line.StartsWith("Found ", StringComparison.Ordinal) || line.StartsWith("Success: ", StringComparison.Ordinal);

    private static TypeCheckError? FromJson(string line, ToolContext context)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var finding = json.RootElement;
            var message = finding.GetProperty("message").GetString()!;
            if (Text(finding, "hint") is { } hint) message = $"{message}\n{hint}";

            // Its columns count from 0 in this form only; -1 stands for none.
            return new TypeCheckError(
                CheckText.Relative(context, finding.GetProperty("file").GetString()!),
                Math.Max(1, finding.GetProperty("line").GetInt32()),
                Math.Max(0, finding.GetProperty("column").GetInt32()) + 1,
                Severity(Text(finding, "severity") ?? "error"),
                Text(finding, "code") ?? NoCode,
                CheckText.Bounded(message, context.Limits.MessageChars));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    private static TypeCheckError? FromText(string line, ToolContext context)
    {
        var match = Plain().Match(line);
        if (!match.Success) return null;

        return new TypeCheckError(
            CheckText.Relative(context, match.Groups["file"].Value),
            Number(match.Groups["line"]),
            Number(match.Groups["column"]),
            Severity(match.Groups["severity"].Value),
            match.Groups["code"] is { Success: true } code ? code.Value : NoCode,
            CheckText.Bounded(match.Groups["message"].Value, context.Limits.MessageChars));
    }

    private static int Number(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Max(1, number)
            : 1;

    private static string? Text(JsonElement finding, string name) =>
        finding.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Severity(string mypy) => mypy == "note" ? "information" : mypy;

    [GeneratedRegex(
        @"^(?<file>.+?):(?:(?<line>\d+):(?:(?<column>\d+):)?)? (?<severity>error|warning|note): (?<message>.*?)(?:  \[(?<code>[a-z][a-z0-9-]*)\])?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
