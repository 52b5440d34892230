using System.Text.RegularExpressions;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>Looks into a project's own settings: which checkers it sets up.</summary>
/// <remarks>
/// Headers of sections are recognised by their lines; a header inside a text of several lines counts too.
/// </remarks>
internal static partial class ProjectFiles
{
    private static readonly (string Checker, string File, string? Section)[] Signs =
    [
        ("ty", "ty.toml", null),
        ("ty", "pyproject.toml", "tool.ty"),
        ("basedpyright", "pyproject.toml", "tool.basedpyright"),
        ("pyright", "pyrightconfig.json", null),
        ("pyright", "pyproject.toml", "tool.pyright"),
        ("mypy", "mypy.ini", null),
        ("mypy", ".mypy.ini", null),
        ("mypy", "pyproject.toml", "tool.mypy"),
        ("mypy", "setup.cfg", "mypy"),
    ];

    /// <summary>The type checkers that the project's files set up, in the order in which they are preferred.</summary>
    public static async ValueTask<IReadOnlyList<string>> TypeCheckersAsync(IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var (checker, file, section) in Signs)
        {
            if (found.Contains(checker)) continue;
            if (!texts.TryGetValue(file, out var text))
                texts[file] = text = await TextAsync(workspace, file, cancellationToken).ConfigureAwait(false);

            if (text is not null && (section is null || HasSection(text, section))) found.Add(checker);
        }

        return found;
    }

    /// <summary>True when mypy's own settings say what to check when no path is named.</summary>
    public static async ValueTask<bool> MypyHasTargetsAsync(IWorkspace workspace, CancellationToken cancellationToken)
    {
        foreach (var (_, file, section) in Signs.Where(sign => sign.Checker == "mypy"))
        {
            var text = await TextAsync(workspace, file, cancellationToken).ConfigureAwait(false);
            if (text is not null && MypyTargets().IsMatch(SectionOf(text, section ?? "mypy"))) return true;
        }

        return false;
    }

    /// <summary>True for a header such as <c>[tool.mypy]</c>, also of a section below it.</summary>
    public static bool HasSection(string text, string section) =>
        Lines(text).Any(line => IsHeader(line, section, below: true));

    /// <summary>A file's text; null when it is not there or cannot be read.</summary>
    public static async ValueTask<string?> TextAsync(IWorkspace workspace, string file,
        CancellationToken cancellationToken)
    {
        try
        {
            return workspace.Resolve(file).Kind is PathKind.File
                ? await workspace.ReadTextAsync(file, cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (WorkspaceException)
        {
            // What cannot be read sets nothing up; the checker itself will say what is wrong with it.
            return null;
        }
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static bool IsHeader(ReadOnlySpan<char> line, string section, bool below)
    {
        var inner = line.Trim();
        if (inner is not ['[', ..]) return false;

        inner = inner.TrimStart('[').TrimStart();
        if (!inner.StartsWith(section, StringComparison.Ordinal)) return false;

        var rest = inner[section.Length..].TrimStart();
        return rest is [']', ..] || (below && rest is ['.' or '-', ..]);
    }

    private static string SectionOf(string text, string section)
    {
        var lines = Lines(text);
        var start = Array.FindIndex(lines, line => IsHeader(line, section, below: false));
        return start < 0 ? "" : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => line is not ['[', ..]));
    }

    [GeneratedRegex(@"^\s*(?:files|packages|modules)\s*=", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MypyTargets();
}
