using System.Text.RegularExpressions;

namespace Punie.Agent.CodeMode.Router;

/// <summary>Files that people name without their ending: "the readme", "what does pyproject say".</summary>
internal static partial class UsualFiles
{
    // Two swapped letters are two edits.
    private const int MostEdits = 2;

    private static readonly (string Word, string File)[] ByWord =
    [
        ("readme", "README.md"),
        ("changelog", "CHANGELOG.md"),
        ("contributing", "CONTRIBUTING.md"),
        ("license", "LICENSE"),
        ("licence", "LICENSE"),
        ("pyproject", "pyproject.toml"),
        ("requirements", "requirements.txt"),
        ("makefile", "Makefile"),
        ("dockerfile", "Dockerfile"),
        ("gitignore", ".gitignore"),
        ("conftest", "conftest.py"),
    ];

    /// <summary>The files whose word a request holds, whatever its case, with a slip of the finger at most.</summary>
    public static IEnumerable<string> In(string request)
    {
        var words = Word().Matches(request).Select(match => match.Value.ToLowerInvariant()).ToList();
        return ByWord
            .Where(usual => words.Exists(word => Nearest.Edits(word, usual.Word) <= MostEdits))
            .Select(usual => usual.File)
            .Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\p{L}{5,}")]
    private static partial Regex Word();
}
