using System.Text;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Syntax;

/// <summary>Compares whole trees, positions included, with those of CPython's own parser.</summary>
public sealed class CPythonTreeTests
{
    private const int SampleSize = 150;
    private const int BatchSize = 200;

    [Fact]
    public void The_standard_library_has_the_trees_of_CPython()
    {
        var oracle = CPythonOracle.Require();
        var isFull = Environment.GetEnvironmentVariable("PUNIE_FULL_CORPUS") == "1";
        var files = Sample(oracle.LibraryFolder(), isFull ? int.MaxValue : SampleSize);

        var differences = files.Chunk(BatchSize).SelectMany(batch => Compare(oracle, batch)).ToList();

        Assert.NotEmpty(files);
        Assert.True(differences.Count == 0, $"{differences.Count} of {files.Count} files differ:\n{string.Join('\n', differences.Take(25))}");
    }

    [Fact]
    public void Every_construct_has_the_tree_of_CPython()
    {
        var oracle = CPythonOracle.Require(13);
        var folder = Directory.CreateTempSubdirectory("punie-syntax-");
        try
        {
            var files = Constructs.All.Select((source, i) => Write(folder.FullName, i, source)).ToArray();

            var differences = Compare(oracle, files);

            Assert.True(differences.Count == 0, string.Join("\n", differences));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(string folder, int number, string source)
    {
        var path = Path.Combine(folder, $"construct{number}.py");
        File.WriteAllText(path, source);
        return path;
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
        var expected = oracle.Run("dump_ast.py", files);
        Assert.Equal(files.Length, expected.Length);
        var differences = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            if (ReadSource(files[i]) is not { } source) continue;
            var result = PythonParser.Parse(source);
            var isRefused = expected[i].StartsWith("!!", StringComparison.Ordinal);
            var actual = result.Errors.Count > 0
                ? "!! " + result.Errors[0].ToText() : AstDump.ToJson(result.Module, result.Source, oracle.Minor >= 12);
            if (NeedsUnknownCharacterName(result)) continue;
            if (isRefused ? result.Errors.Count == 0 : actual != expected[i])
                differences.Add($"{files[i]}\n{Difference(expected[i], actual)}");
        }

        return differences;
    }

    // Decision: Punie has no table of all Unicode names, so \N{...} knows only the common ones.
    private static bool NeedsUnknownCharacterName(ParseResult result) => result.Errors.Count > 0
        && result.Errors.All(e => e.Message.EndsWith("unknown Unicode character name", StringComparison.Ordinal));

    /// <summary>The text of a file, or null when it is in an encoding other than UTF-8.</summary>
    private static string? ReadSource(string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Difference(string expected, string actual)
    {
        var at = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 120);
        return $"  CPython: {Part(expected, from)}\n  Punie:   {Part(actual, from)}";
    }

    private static string Part(string text, int from) =>
        text.Length <= from ? "" : text.Substring(from, Math.Min(260, text.Length - from));
}
