using Punie.Python.Syntax;

namespace Punie.Python.Tests.Syntax;

/// <summary>The messages and places of errors, as errors.txt lists them.</summary>
public sealed class SyntaxErrorTests
{
    private const int OracleMinor = 13;

    private sealed record Case(string Source, string Expected, string CPython);

    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Read()) data.Add(row.Source, row.Expected);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_error_says_what_is_wrong_and_where(string source, string expected) =>
        Assert.Equal(expected, Describe(PythonParser.Parse(source).FirstError));

    [Fact]
    public void CPython_says_the_same()
    {
        var oracle = Array.Find(CPythonOracle.RequireAll(), o => o.Minor == OracleMinor);
        Assert.SkipWhen(oracle is null, "The table holds the words of CPython 3.13; put it on the PATH.");
        var cases = Read();

        var said = oracle.Run("report_errors.py", cases.Select(c => Escape(c.Source)));

        Assert.Equal(cases.Select(c => $"{Escape(c.Source)} {c.CPython}"),
            cases.Zip(said, (c, s) => $"{Escape(c.Source)} {s}"));
    }

    [Fact]
    public void An_error_prints_as_CPython_prints_it()
    {
        var error = Assert.Single(PythonParser.Parse("def f():\n    x = 1 + (2 3)\n").Errors);

        Assert.Equal(
            """
              File "prog.py", line 2
                x = 1 + (2 3)
                         ^^^
            SyntaxError: invalid syntax. Perhaps you forgot a comma?
            """.ReplaceLineEndings("\n"),
            error.ToText("prog.py"));
    }

    [Fact]
    public void Carets_stay_on_the_first_line_of_a_long_span()
    {
        var error = Assert.Single(PythonParser.Parse("f() = [\n  1,\n]\n1 = 2\n").Errors, e => e.Line == 1);

        Assert.Equal("    f() = [\n    ^^^", string.Join('\n', error.ToText().Split('\n')[1..3]));
    }

    [Fact]
    public void A_tab_before_the_error_is_kept_in_the_caret_line()
    {
        var error = Assert.Single(PythonParser.Parse("x\t= = 1\n").Errors);

        Assert.Contains("\n    x\t= = 1\n     \t  ^\n", error.ToText(), StringComparison.Ordinal);
    }

    private static string Describe(SyntaxError? error) => error is null
        ? "ok" : $"{error.Line}:{error.Column} {error.Type}: {error.Message}";

    private static List<Case> Read([System.Runtime.CompilerServices.CallerFilePath] string file = "")
    {
        var cases = new List<Case>();
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(file)!, "errors.txt"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("3.13 ", StringComparison.Ordinal))
                cases[^1] = cases[^1] with { CPython = lines[i][5..] };
            if (!lines[i].StartsWith("=> ", StringComparison.Ordinal)) continue;
            cases.Add(new(Unescape(lines[i - 1]), lines[i][3..], lines[i][3..]));
        }

        return cases;
    }

    private static string Unescape(string text) => text.Replace("\\\\", "\0", StringComparison.Ordinal)
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal)
        .Replace("\\u00a0", "\u00a0", StringComparison.Ordinal).Replace('\0', '\\');

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\u00a0", "\\u00a0", StringComparison.Ordinal);
}
