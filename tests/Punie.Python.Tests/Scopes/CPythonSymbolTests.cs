using System.Text.RegularExpressions;
using Punie.Python.Syntax;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Scopes;

/// <summary>Compares scopes with the symbol tables of CPython.</summary>
public sealed partial class CPythonSymbolTests
{
    private const int SampleSize = 100;
    private const int BatchSize = 200;

    [Fact]
    public void The_libraries_have_the_symbol_tables_of_CPython()
    {
        // CPython 3.14 gives annotations tables of their own.
        var oracles = Array.FindAll(CPythonOracle.RequireAll(), o => o.Minor <= 13);
        Assert.SkipWhen(oracles.Length == 0,
            "Symbol tables are compared with those of CPython 3.11 to 3.13; put one on the PATH.");
        foreach (var oracle in oracles)
        {
            var files = oracle.LibraryFiles(SampleSize);

            var differences = files.Chunk(BatchSize).SelectMany(batch => Compare(oracle, batch)).ToList();

            TestContext.Current.TestOutputHelper?.WriteLine(
                $"CPython 3.{oracle.Minor}: {files.Count} files, {differences.Count} differences");
            Assert.NotEmpty(files);
            Assert.True(differences.Count == 0,
                $"{differences.Count} differences:\n{string.Join('\n', differences.Take(40))}");
        }
    }

    private static List<string> Compare(CPythonOracle oracle, string[] files)
    {
        var expected = oracle.Run("../Scopes/dump_symbols.py", files);
        Assert.Equal(files.Length, expected.Length);
        var differences = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            if (expected[i].StartsWith("!!", StringComparison.Ordinal)) continue;
            var parse =
                PythonParser.Parse(FutureAnnotations()
                .Replace(DecodedSource.From(File.ReadAllBytes(files[i])).Text, "$1generators"));
            if (parse.Errors.Count > 0) continue;
            var theirs = Comparable(expected[i].Split('\t').Skip(1), oracle);
            var ours = Comparable(SymbolTableText.Entries(parse), oracle);
            differences.AddRange(ours.Except(theirs).Select(e => $"{files[i]}: not in CPython: {e}"));
            // From 3.12 on CPython copies the names of comprehensions into the scope that runs them.
            if (oracle.Minor < 12)
                differences.AddRange(theirs.Except(ours).Select(e => $"{files[i]}: only in CPython: {e}"));
        }

        return differences;
    }

    // From 3.12 on comprehensions are no tables of their own, so what they capture is no cell; what CPython adds to
    // generics for its compiler is not part of the program.
    private static HashSet<string> Comparable(IEnumerable<string> entries, CPythonOracle oracle)
    {
        if (oracle.Minor < 12) return [.. entries];
        return [.. entries.Where(e => !IsHidden(e))
            .Select(e => e.Replace(" Cell", " Local", StringComparison.Ordinal))];
    }

    private static bool IsHidden(string entry) => Array.Exists(
        [" listcomp ", " setcomp ", " dictcomp ", " - Free", " type parameters ", " type alias ", " type variable "],
        part => entry.Contains(part, StringComparison.Ordinal));

    // As dump_symbols.py does it.
    [GeneratedRegex(@"^(from __future__ import[^#\n]*?)\bannotations\b", RegexOptions.Multiline)]
    private static partial Regex FutureAnnotations();
}
