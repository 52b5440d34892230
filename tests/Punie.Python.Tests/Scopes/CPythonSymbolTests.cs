using System.Text;
using Punie.Python.Syntax;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Scopes;

/// <summary>Compares scopes with the symbol tables of CPython.</summary>
public sealed class CPythonSymbolTests
{
    private const int SampleSize = 150;
    private const int BatchSize = 200;

    [Fact]
    public void The_standard_library_has_the_symbol_tables_of_CPython()
    {
        var oracle = CPythonOracle.Require();
        Assert.SkipWhen(oracle.Minor > 13, "CPython 3.14 gives annotations tables of their own; put 3.11 to 3.13 on the PATH as the newest.");
        var isFull = Environment.GetEnvironmentVariable("PUNIE_FULL_CORPUS") == "1";
        var files = Sample(oracle.LibraryFolder(), isFull ? int.MaxValue : SampleSize);

        var differences = files.Chunk(BatchSize).SelectMany(batch => Compare(oracle, batch)).ToList();

        Assert.NotEmpty(files);
        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(40))}");
    }

    // Every nth file by name: the same ones in each run.
    private static List<string> Sample(string folder, int count)
    {
        var all = Directory.GetFiles(folder, "*.py", SearchOption.AllDirectories)
            .Where(f => !f.Contains("lib2to3", StringComparison.Ordinal) && !f.Contains("bad_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, all.Count / count);
        return [.. all.Where((_, i) => i % step == 0)];
    }

    private static List<string> Compare(CPythonOracle oracle, string[] files)
    {
        var expected = oracle.Run("../Scopes/dump_symbols.py", files);
        Assert.Equal(files.Length, expected.Length);
        var differences = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            if (expected[i].StartsWith("!!", StringComparison.Ordinal) || !IsUtf8(files[i])) continue;
            var parse = PythonParser.Parse(File.ReadAllText(files[i]));
            if (parse.Errors.Count > 0) continue;
            var theirs = Comparable(expected[i].Split('\t').Skip(1), oracle);
            var ours = Comparable(SymbolTableText.Entries(parse), oracle);
            differences.AddRange(ours.Except(theirs).Select(e => $"{files[i]}: not in CPython: {e}"));
            // From 3.12 on CPython copies the names of comprehensions into the scope that runs them.
            if (oracle.Minor < 12) differences.AddRange(theirs.Except(ours).Select(e => $"{files[i]}: only in CPython: {e}"));
        }

        return differences;
    }

    // From 3.12 on comprehensions are no tables of their own, so what they capture is no cell; what CPython adds to
    // generics for its compiler is not part of the program.
    private static HashSet<string> Comparable(IEnumerable<string> entries, CPythonOracle oracle)
    {
        if (oracle.Minor < 12) return [.. entries];
        return [.. entries.Where(e => !IsHidden(e)).Select(e => e.Replace(" Cell", " Local", StringComparison.Ordinal))];
    }

    private static bool IsHidden(string entry) => Array.Exists(
        [" listcomp ", " setcomp ", " dictcomp ", " - Free", " type parameters ", " type alias ", " type variable "],
        part => entry.Contains(part, StringComparison.Ordinal));

    private static bool IsUtf8(string path)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
