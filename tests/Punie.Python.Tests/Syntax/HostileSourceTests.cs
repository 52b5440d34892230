using System.Text;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Syntax;

/// <summary>Sources made to exhaust a parser's stack or time: each gives a tree or a clean error.</summary>
public sealed class HostileSourceTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData("and chain")]
    [InlineData("big dict literal")]
    [InlineData("big list literal")]
    [InlineData("compare chain")]
    [InlineData("decorators")]
    [InlineData("elif chain")]
    [InlineData("implicit concat")]
    [InlineData("long identifier")]
    [InlineData("long line")]
    [InlineData("long string")]
    [InlineData("many args")]
    [InlineData("many locals")]
    [InlineData("many params")]
    [InlineData("many statements")]
    [InlineData("match or")]
    [InlineData("flat f-string")]
    [InlineData("hex literal")]
    public void A_long_flat_source_parses(string name) => Assert.Empty(PythonParser.Parse(Source(name)).Errors);

    [Theory]
    [InlineData("attr chain", "too many nested expressions")]
    [InlineData("call chain", "too many nested expressions")]
    [InlineData("subscript chain", "too many nested expressions")]
    [InlineData("plus chain", "too many nested expressions")]
    [InlineData("ternary chain", "too many nested expressions")]
    [InlineData("not chain", "too many nested expressions")]
    [InlineData("unary minus", "too many nested expressions")]
    [InlineData("tilde", "too many nested expressions")]
    [InlineData("pow chain", "too many nested expressions")]
    [InlineData("lambda chain", "too many nested expressions")]
    [InlineData("parens", "too many nested parentheses")]
    [InlineData("brackets", "too many nested parentheses")]
    [InlineData("braces", "too many nested parentheses")]
    [InlineData("nested calls", "too many nested parentheses")]
    [InlineData("star unpack", "too many nested parentheses")]
    [InlineData("unclosed parens", "too many nested parentheses")]
    [InlineData("nested patterns", "too many nested parentheses")]
    [InlineData("nested if", "too many levels of indentation")]
    [InlineData("nested def", "too many levels of indentation")]
    [InlineData("nested class", "too many levels of indentation")]
    [InlineData("indent bomb", "too many levels of indentation")]
    [InlineData("nested f-strings", "too many nested f-strings or t-strings")]
    public void A_deep_source_is_refused(string name, string message) =>
        Assert.Contains(PythonParser.Parse(Source(name)).Errors, e => e.Message == message);

    [Fact]
    public void An_integer_literal_has_at_most_4300_decimal_digits()
    {
        Assert.Empty(PythonParser.Parse("x = " + new string('9', 4300)).Errors);
        var error = Assert.Single(PythonParser.Parse("x = " + new string('9', 500_000)).Errors);

        Assert.StartsWith("Exceeds the limit (4300 digits) for integer string conversion: value has 500000 digits;",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_errors_stops_at_the_bound()
    {
        var result = PythonParser.Parse(Repeat(")\n", Many), new ParseOptions { MaxErrors = 7 });

        Assert.Equal(7, result.Errors.Count);
    }

    [Fact]
    public void A_source_over_the_bound_is_not_read()
    {
        var result = PythonParser.Parse("x = 1\n", new ParseOptions { MaxChars = 5 });

        Assert.Equal("source is longer than 5 characters", Assert.Single(result.Errors).Message);
    }

    // The bounds are there for this: twice the stack would be needed to overflow the smallest default thread.
    [Theory]
    [InlineData("(", "1", ")", 199)]
    [InlineData("f(lambda x: ", "1", ")", 199)]
    [InlineData("[x for x in ", "1", "]", 199)]
    [InlineData("f'{", "1", "}'", 149)]
    [InlineData("a[b if c else ", "1", "]", 199)]
    [InlineData("", "1", "+1", 999)]
    [InlineData("not ", "1", "", 999)]
    public void The_deepest_source_that_is_taken_fits_a_small_stack(string open, string middle, string close, int count)
    {
        var header = string.Concat(Enumerable.Range(0, 99).Select(i => new string(' ', i) + "if x:\n"));
        var source = header + new string(' ', 99) + Nest(open, middle, close, count) + "\n";
        string json = "";

        var thread = new Thread(() => json = AstDump.ToJson(PythonParser.Parse(source)), maxStackSize: 1536 * 1024);
        thread.Start();
        thread.Join();

        Assert.DoesNotContain("Invalid", json, StringComparison.Ordinal);
        Assert.NotEmpty(json);
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("x = '\udc00'")]
    [InlineData("a\ud800 = 1")]
    [InlineData("\0")]
    [InlineData("x = '\0'")]
    [InlineData("f'{\ud800}'")]
    [InlineData("\ufeff\ufeff")]
    [InlineData("\\\n\\\n\\\n")]
    [InlineData("f'{f'{f'{")]
    [InlineData("f'''{\n'''")]
    [InlineData("{[(\n)]}")]
    [InlineData("\t \t x\n \t y\n")]
    [InlineData("\f\f\n  \fx")]
    public void Odd_text_gives_a_result(string source)
    {
        var result = PythonParser.Parse(source);

        Assert.All(result.Errors, e => Assert.InRange(e.Span.Start, 0, source.Length));
    }

    [Fact]
    public void Any_cut_of_a_program_gives_a_result()
    {
        var program = string.Concat(Constructs.All);

        for (var length = 0; length < program.Length; length += 7)
        {
            var result = PythonParser.Parse(program[..length]);
            Assert.All(result.Errors, e => Assert.InRange(e.Span.End, e.Span.Start, length));
        }
    }

    [Fact]
    public void Any_program_with_changed_characters_gives_a_result()
    {
        var random = new Random(20260101);
        var program = string.Concat(Constructs.All).ToCharArray();
        const string Alphabet = "()[]{}'\"\\:=,.;@!#\n\t f0x*";

        for (var round = 0; round < 300; round++)
        {
            var changed = (char[])program.Clone();
            for (var i = 0; i < 20; i++) changed[random.Next(changed.Length)] = Alphabet[random.Next(Alphabet.Length)];
            var source = new string(changed);
            var errors = PythonParser.Parse(source).Errors;
            Assert.All(errors, e => Assert.NotEmpty(e.ToText()));
        }
    }

    private static string Repeat(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Nest(string open, string middle, string close, int count) =>
        Repeat(open, count) + middle + Repeat(close, count);

    private static string Numbered(string before, string each, string after, int count)
    {
        var text = new StringBuilder(before);
        for (var i = 0; i < count; i++)
            text.Append(
                each.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return text.Append(after).ToString();
    }

    private static string Indented(string header, int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(' ', i)
            .Append(header.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal)).Append('\n');
        return text.Append(' ', count).Append("pass\n").ToString();
    }

    private static string Source(string name) => name switch
    {
        "and chain" => "x = True" + Repeat(" and x", Many),
        "big dict literal" => Numbered("x = {", "#: #,", "}", Many),
        "big list literal" => Numbered("x = [", "#,", "]", Many),
        "compare chain" => "x = 1" + Repeat("<1", Many),
        "decorators" => Repeat("@x\n", 20_000) + "def f(): pass\n",
        "elif chain" => "if x: pass\n" + Repeat("elif x: pass\n", 40_000),
        "implicit concat" => "x = " + Repeat("'a' ", Many),
        "long identifier" => new string('a', 500_000) + " = 1",
        "long line" => Repeat("x=1;", 250_000),
        "long string" => "x = '" + new string('a', 1_000_000) + "'",
        "many args" => "f(" + Repeat("1,", Many) + ")",
        "many locals" => Numbered("def f():\n", "    v# = #\n", "", 70_000),
        "many params" => Numbered("def f(", "a#,", "): pass", 70_000),
        "many statements" => Repeat("x = 1\n", 200_000),
        "match or" => "match x:\n    case 1" + Repeat(" | 1", 40_000) + ": pass\n",
        "flat f-string" => "x = f'" + Repeat("{x}a", Many) + "'",
        "hex literal" => "x = 0x" + new string('f', 500_000),
        "attr chain" => "x" + Repeat(".a", Many),
        "call chain" => "x" + Repeat("()", Many),
        "subscript chain" => "x" + Repeat("[0]", Many),
        "plus chain" => "x = 1" + Repeat("+1", Many),
        "ternary chain" => Repeat("1 if x else ", Many) + "2",
        "not chain" => Repeat("not ", Many) + "x",
        "unary minus" => Repeat("-", Many) + "x",
        "tilde" => Repeat("~", Many) + "x",
        "pow chain" => "2" + Repeat("**2", Many),
        "lambda chain" => Repeat("lambda: ", Many) + "x",
        "parens" => Nest("(", "1", ")", Many),
        "brackets" => Nest("[", "1", "]", Many),
        "braces" => Nest("{1:", "1", "}", Many),
        "nested calls" => Nest("f(", "1", ")", Many),
        "star unpack" => "x = " + Nest("[*", "x", "]", Many),
        "unclosed parens" => Repeat("(", Many),
        "nested patterns" => "match x:\n    case " + Nest("[", "1", "]", Many) + ": pass",
        "nested if" => Indented("if x:", 400),
        "nested def" => Indented("def f#():", 400),
        "nested class" => Indented("class C#:", 300),
        "indent bomb" => Numbered("", "if x:\n", "", 1) + Indented("if x:", 330),
        "nested f-strings" => Repeat("f'{", 400) + "x" + Repeat("}'", 400),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such source"),
    };
}
