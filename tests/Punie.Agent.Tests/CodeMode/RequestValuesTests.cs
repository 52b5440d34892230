using Punie.Agent.CodeMode.Router;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed class RequestValuesTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Theory]
    [InlineData("show src/app.py", "src/app.py")]
    [InlineData("show src/app.py.", "src/app.py")]
    [InlineData("is 'src/app.py' long?", "src/app.py")]
    [InlineData("src/app.py's text", "src/app.py")]
    [InlineData("show (docs/a.md)", "docs/a.md")]
    [InlineData("open app.py:12", "app.py")]
    [InlineData("what is in .env?", ".env")]
    [InlineData("read “größe/naïve.py”", "größe/naïve.py")]
    [InlineData("show everything", ".")]
    [InlineData("what's in the README?", "README.md")]
    [InlineData("what does pyproject say", "pyproject.toml")]
    [InlineData("open the raedme", "README.md")]
    public void A_path_is_a_word_of_the_request_or_the_project(string request, string path) =>
        Assert.True(Accepts(request, $"print(read_file(\"{path}\"))"), path);

    [Theory]
    [InlineData("show src/app.py", "src/app")]
    [InlineData("show src/app.py", "app.py")]
    [InlineData("show src/app.py", "src/app.p")]
    [InlineData("show src/app.py", "src/apq.py")]
    [InlineData("show src/app.py", "")]
    [InlineData("show src/app.py and src/b.py", "src/app.py and src/b.py")]
    [InlineData("open 'my file.txt'", "my file.txt")]
    [InlineData("show src/app.py", "README.md")]
    public void Neither_a_piece_of_a_word_nor_several_words_nor_an_invented_one_is_a_path(string request,
        string path) =>
            Assert.False(Accepts(request, $"print(read_file(\"{path}\"))"), path);

    [Theory]
    [InlineData("put `print('pong')` into a.py", "print('pong')")]
    [InlineData("a.py := x == \"y\"", "x == \\\"y\\\"")]
    [InlineData("write hello there, Sam. to a.py", "hello there, Sam.")]
    [InlineData("write hello there, Sam. to a.py", "hello there, Sam")]
    [InlineData("create an empty a.py", "")]
    [InlineData("set a.py to C:\\temp", "C:\\\\temp")]
    [InlineData("fill a.py with:\none\ntwo", "one\\ntwo")]
    [InlineData("a.py gets \"😀 ok\"", "😀 ok")]
    public void A_content_is_a_part_of_the_request_or_empty(string request, string literal) =>
        Assert.True(Accepts(request, $"print(write_file(\"a.py\", \"{literal}\"))"), literal);

    [Theory]
    [InlineData("put `print('pong')` into a.py", "print('pong")]
    [InlineData("put 'two words' into a.py", "two")]
    [InlineData("put version 1.2.3 into a.py", "1.2")]
    [InlineData("put hello into a.py", "hell")]
    [InlineData("put hello into a.py", "hello world")]
    public void A_content_that_is_cut_or_invented_is_refused(string request, string literal) =>
        Assert.False(Accepts(request, $"print(write_file(\"a.py\", \"{literal}\"))"), literal);

    [Fact]
    public void A_text_that_is_looked_for_stands_in_the_request()
    {
        const string Request = "lines with TODO in a.py";

        Assert.True(Accepts(Request, Search("TODO")));
        Assert.False(Accepts(Request, Search("FIXME")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("\"unclosed")]
    [InlineData("it's what's there’s `")]
    public void Any_request_leaves_a_program_to_write(string request) =>
        Assert.True(Accepts(request, "print(typecheck(\".\").error_count)"));

    [Fact]
    public void A_pasted_text_is_read_to_a_bound()
    {
        var request = "show a.py\n" + new string('x', 100_000) + " late.py";

        Assert.True(Accepts(request, "print(read_file(\"a.py\"))"));
        Assert.False(Accepts(request, "print(read_file(\"late.py\"))"));
    }

    private static string Search(string word) =>
        $"text = read_file(\"a.py\")\nfor line in text.splitlines():\n    if \"{word}\" in line:\n        print(line)";

    private static bool Accepts(string request, string program)
    {
        var matcher = ProgramGrammar.Create(Tools, request).StartMatching();
        return matcher.Advance(program) && matcher.CanEnd;
    }
}
