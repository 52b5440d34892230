using System.Text.RegularExpressions;
using Punie.Python.Tests.Sandbox;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Modules;

/// <summary>Our modules that are written in Python share behaviour with CPython's, and no code.</summary>
public sealed partial class LibraryOriginTests
{
    private const int LongestRun = 5;

    [Fact]
    public void No_module_has_more_than_five_lines_in_a_row_of_CPythons()
    {
        var libraries = CPythonOracle.RequireAll().Select(python => python.LibraryFolder())
            .Where(folder => File.Exists(Path.Combine(folder, "_collections_abc.py"))).ToList();
        Assert.SkipWhen(libraries.Count == 0, "The CPythons of this machine have no sources of their library.");

        var shared =
            from ours in Directory.GetFiles(Programs.Folder("../../src/Punie.Python/Modules/Library"), "*.py")
            from folder in libraries
            from theirs in Theirs(folder, Path.GetFileNameWithoutExtension(ours))
            from run in Runs(ours, theirs)
            select run;

        Assert.Equal("", string.Join("\n", shared));
    }

    // A module is a file, or a folder of files.
    private static IEnumerable<string> Theirs(string library, string name)
    {
        if (name == "collections.abc") name = "_collections_abc";
        var module = Path.Combine(library, name.Replace('.', Path.DirectorySeparatorChar));
        string[] files = Directory.Exists(module) ? Directory.GetFiles(module, "*.py") : [];
        return files.Append(module + ".py").Where(File.Exists);
    }

    private static IEnumerable<string> Runs(string ours, string theirs)
    {
        var (mine, others) = (Lines(ours), Lines(theirs));
        for (var i = 0; i < mine.Count; i++)
        {
            var run = Enumerable.Range(0, others.Count).Max(j => Equal(mine, i, others, j));
            if (run <= LongestRun) continue;
            yield return $"{Path.GetFileName(ours)}, lines {mine[i].Line} to {mine[i + run - 1].Line}, "
                + $"are those of {theirs}: write them in a way of our own.";
            i += run - 1;
        }
    }

    private static int Equal(List<(int Line, string Text)> mine, int i, List<(int Line, string Text)> others, int j)
    {
        var run = 0;
        while (i + run < mine.Count && j + run < others.Count && mine[i + run].Text == others[j + run].Text) run++;
        return run;
    }

    // Docstrings, comments and blank lines are left out, and how much space there is does not count.
    private static List<(int Line, string Text)> Lines(string file)
    {
        var source = DocString().Replace(File.ReadAllText(file), m => new string('\n', m.Value.Count(c => c == '\n')));
        return [.. source.Split('\n')
            .Select((line, i) => (i + 1, Space().Replace(Comment().Replace(line, ""), " ").Trim()))
            .Where(line => line.Item2.Length > 0)];
    }

    [GeneratedRegex("""^[ \t]*[rRbB]?(\"{3}|'{3})[\s\S]*?\1""", RegexOptions.Multiline)]
    private static partial Regex DocString();

    [GeneratedRegex(@"(^|\s)#.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
