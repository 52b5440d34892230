using Punie.Agent.Processes;

namespace Punie.Agent.Tests.Processes;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("git status", "git|status")]
    [InlineData("  pytest\t-q \n tests ", "pytest|-q|tests")]
    [InlineData("git commit -m 'two words'", "git|commit|-m|two words")]
    [InlineData("echo \"a 'b' $HOME\" c", "echo|a 'b' $HOME|c")]
    [InlineData("echo \"a\\\"b\\n\"", "echo|a\"b\\n")]
    [InlineData("echo a\\ b 'c\\d'", "echo|a b|c\\d")]
    [InlineData("echo pre'fix'\"ed\"", "echo|prefixed")]
    [InlineData("echo '' \"\"", "echo||")]
    [InlineData("grep 'a|b' file", "grep|a|b|file")]
    [InlineData("ls *.py ~", "ls|*.py|~")]
    [InlineData("", "")]
    public void A_line_splits_as_in_a_shell(string line, string words)
    {
        Assert.True(CommandWords.TrySplit(line, out var found, out _));

        Assert.Equal(words, string.Join('|', found));
    }

    [Theory]
    [InlineData("echo 'open", "a single quote is not closed")]
    [InlineData("echo \"open", "a double quote is not closed")]
    [InlineData("echo \\", "the line ends with a backslash")]
    public void What_is_left_open_is_an_error(string line, string message)
    {
        Assert.False(CommandWords.TrySplit(line, out _, out var error));

        Assert.Equal(message, error);
    }

    [Theory]
    [InlineData("ls | wc", '|')]
    [InlineData("make && make test", '&')]
    [InlineData("pytest > log", '>')]
    [InlineData("a; b", ';')]
    public void What_needs_a_shell_is_an_error_that_says_so(string line, char symbol)
    {
        Assert.False(CommandWords.TrySplit(line, out _, out var error));

        Assert.StartsWith($"no shell is run, so '{symbol}' has no meaning", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("git", "commit", "-m", "it's \"done\"; ok")]
    [InlineData("", " ", "a\nb", "é|ü")]
    public void Joined_words_split_into_the_same_words(params string[] words)
    {
        Assert.True(CommandWords.TrySplit(CommandWords.Join(words), out var found, out _));

        Assert.Equal(words, found);
    }
}
