using Punie.Python.Syntax;

namespace Punie.Python.Tests.Syntax;

/// <summary>Compares whole trees, positions included, with those of CPython's own parser.</summary>
public sealed class CPythonTreeTests
{
    private const int SampleSize = 100;
    private const int BatchSize = 200;
    private readonly List<string> _refused = [];

    [Fact]
    public void The_libraries_have_the_trees_of_CPython_and_what_it_refuses_is_refused()
    {
        foreach (var oracle in CPythonOracle.RequireAll())
        {
            var files = oracle.LibraryFiles(SampleSize);
            _refused.Clear();

            var differences = files.Chunk(BatchSize).SelectMany(batch => Compare(oracle, batch)).ToList();

            TestContext.Current.TestOutputHelper?.WriteLine(
                $"CPython 3.{oracle.Minor}: {files.Count} files, {differences.Count} differ; refused by both: "
                + $"{string.Join(", ", _refused)}");
            Assert.NotEmpty(files);
            Assert.True(differences.Count == 0,
                $"{differences.Count} of {files.Count} files differ:\n{string.Join('\n', differences.Take(25))}");
        }
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

    private List<string> Compare(CPythonOracle oracle, string[] files)
    {
        var expected = oracle.Run("dump_ast.py", files);
        Assert.Equal(files.Length, expected.Length);
        var differences = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            var result = PythonParser.Parse(File.ReadAllBytes(files[i]));
            var isRefused = expected[i].StartsWith("!!", StringComparison.Ordinal);
            var actual = result.Errors.Count > 0
                ? "!! " + result.Errors[0].ToText() : AstDump.ToJson(result.Module, result.Source, oracle.Minor >= 12);
            if (isRefused ? result.Errors.Count == 0 : actual != expected[i])
                differences.Add($"{files[i]}\n{Difference(expected[i], actual)}");
            else if (isRefused)
                _refused.Add(Path.GetFileName(files[i]));
        }

        return differences;
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
