using System.Globalization;
using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Tests.Syntax;

/// <summary>
/// Real statements with one token changed: accepted or refused as CPython does, and in most cases in its words.
/// </summary>
public sealed class DamagedProgramTests
{
    private const int OracleMinor = 13;
    private static readonly string[] Others =
        ["(", ")", "[", "]", "{", "}", ":", ",", "=", ".", "if", "else", "for", "in", "x", "1", "'s'", "*", "not",
        "return", "->"];

    [Fact]
    public void One_wrong_token_is_reported_as_CPython_reports_it()
    {
        var oracle = Array.Find(CPythonOracle.RequireAll(), o => o.Minor == OracleMinor);
        Assert.SkipWhen(oracle is null, "The words are those of CPython 3.13; put it on the PATH.");
        var random = new Random(20250701);
        var programs = Statements(oracle).Select(s => Damage(s, random)).ToList();

        var said = oracle.Run("report_errors.py", programs.Select(Escape));

        Assert.Equal(programs.Count, said.Length);
        var pairs = programs.Zip(said, (p, s) => (Program: p, CPython: s, Ours: Describe(p))).ToList();
        var verdicts = pairs.FindAll(p => (p.CPython == "ok") != (p.Ours == "ok"));
        var words = pairs.FindAll(p => p.CPython != p.Ours);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pairs.Count} programs, {pairs.Count(p => p.CPython != "ok")} refused; "
            + $"{verdicts.Count} verdicts and {words.Count} reports differ\n"
            + string.Join('\n', words.Select(w => $"{Escape(w.Program)}\n  CPython {w.CPython}\n  Punie   {w.Ours}")));
        Assert.Empty(verdicts.Select(v => $"{Escape(v.Program)}: CPython {v.CPython}, Punie {v.Ours}"));
        Assert.True(words.Count <= pairs.Count / 50,
            $"{words.Count} of {pairs.Count} reports differ from those of CPython.");
    }

    private static string Damage(string text, Random random)
    {
        var tokens = PythonParser.Parse(text)
            .Tokens.Where(t => t.End > t.Start && t.Kind is not (TokenKind.Newline or TokenKind.Indent)).ToList();
        var token = tokens[random.Next(tokens.Count)];
        var other = random.Next(3) switch
        {
            0 => "",
            1 => Others[random.Next(Others.Length)],
            _ => text[token.Start..token.End] + " " + Others[random.Next(Others.Length)] + " ",
        };
        return text[..token.Start] + other + text[token.End..];
    }

    // Short statements of the library's top folder.
    private static IEnumerable<string> Statements(CPythonOracle oracle)
    {
        var files = Directory.GetFiles(oracle.LibraryFolder(), "*.py").Order(StringComparer.Ordinal);
        foreach (var file in files.Where((_, i) => CPythonOracle.IsWholeCorpus || i % 8 == 0))
        {
            var parse = PythonParser.Parse(File.ReadAllBytes(file));
            foreach (var statement in parse.Module.Body)
            {
                var text = parse.Source.TextOf(statement.Span);
                if (text.Length is > 20 and < 700 && !text.Contains('\\', StringComparison.Ordinal)
                    && text.All(char.IsAscii)) yield return text + "\n";
            }
        }
    }

    private static string Describe(string source)
    {
        var parse = PythonParser.Parse(source);
        var error = parse.FirstError ?? (ScopeTree.Build(parse).Errors is [var first, ..] ? first : null);
        return error is null
            ? "ok"
            : string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Type}: {error.Message}");
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
}
