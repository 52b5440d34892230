using System.Text;
using System.Text.RegularExpressions;

namespace Punie.Agent.LanguageServer;

/// <summary>
/// A pattern of file paths as the protocol writes them: <c>*</c>, <c>?</c>, <c>**</c>, <c>{a,b}</c>, <c>[a-z]</c>,
/// <c>[!a]</c>.
/// </summary>
internal sealed class WatchPattern
{
    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;
    private readonly string _base;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">Relative to the base, or a full path with patterns.</param>
    /// <param name="basePath">Full path of the folder that it is relative to.</param>
    public WatchPattern(string pattern, string basePath)
    {
        _base = basePath.TrimEnd('/') + "/";
        if (pattern.StartsWith('/')) _base = "/";
        _regex = new Regex(ToRegex(pattern.TrimStart('/')), RegexOptions.CultureInvariant, MatchTime);
    }

    /// <summary>True when the pattern covers a full path.</summary>
    public bool Covers(string fullPath) =>
        fullPath.StartsWith(_base, StringComparison.Ordinal) && _regex.IsMatch(fullPath[_base.Length..]);

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            var rest = pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                regex.Append("(?:.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                regex.Append(".*");
                i++;
            }
            else
            {
                regex.Append(OfChar(pattern, i));
            }
        }

        return regex.Append(@"\z").ToString();
    }

    private static string OfChar(string pattern, int index) => pattern[index] switch
    {
        '*' => "[^/]*",
        '?' => "[^/]",
        '{' => "(?:",
        '}' => ")",
        ',' when pattern.LastIndexOf('{', index) > pattern.LastIndexOf('}', index) => "|",
        '[' => "[",
        ']' => "]",
        '!' when index > 0 && pattern[index - 1] == '[' => "^",
        '-' when pattern.LastIndexOf('[', index) > pattern.LastIndexOf(']', index) => "-",
        var c => Regex.Escape(c.ToString()),
    };
}
