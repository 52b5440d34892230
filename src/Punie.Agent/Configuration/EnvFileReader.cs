using System.Globalization;

namespace Punie.Agent.Configuration;

/// <summary>Reads lines of the form <c>NAME=VALUE</c>, as shells and editors do.</summary>
/// <remarks>
/// Known: comments, <c>export</c>, single quotes (as they are), double quotes (with <c>\n</c> and <c>\"</c>). Not
/// known: values over several lines and <c>${NAME}</c>, which stays as it is.
/// </remarks>
internal static class EnvFileReader
{
    private const string Export = "export ";

    /// <summary>The variables, and one line for each line that cannot be read.</summary>
    public static (IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Problems) Read(string text)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<string>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith(Export, StringComparison.Ordinal)) line = line[Export.Length..].TrimStart();

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? "" : line[..equals].TrimEnd();
            if (IsName(name)) variables[name] = Value(line[(equals + 1)..].Trim());
            else problems.Add(
                string.Create(CultureInfo.InvariantCulture,
                $"line {i + 1}: it is not NAME=VALUE; the line is left out"));
        }

        return (variables, problems);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static string Value(string text)
    {
        if (text.Length == 0) return "";

        var end = text[0] is '\'' or '"' ? ClosingQuote(text) : -1;
        if (end > 0)
        {
            var inner = text[1..end];
            return text[0] == '\''
                ? inner
                : inner.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
        }

        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }

    private static int ClosingQuote(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && text[0] == '"') i++;
            else if (text[i] == text[0]) return i;
        }

        return -1;
    }
}
