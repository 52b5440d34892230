using System.Text;
using Punie.Cli.Chat.Editing;

namespace Punie.Cli.Tests.Chat;

public sealed class KeyDecoderTests
{
    [Theory]
    [InlineData("\r", nameof(KeyName.Enter))]
    [InlineData("\n", nameof(KeyName.Enter))]
    [InlineData("\e\r", nameof(KeyName.NewLine))]
    [InlineData("\u0001", nameof(KeyName.Home))]
    [InlineData("\e[H", nameof(KeyName.Home))]
    [InlineData("\eOH", nameof(KeyName.Home))]
    [InlineData("\e[1~", nameof(KeyName.Home))]
    [InlineData("\e[4~", nameof(KeyName.End))]
    [InlineData("\e[A", nameof(KeyName.Up))]
    [InlineData("\eOB", nameof(KeyName.Down))]
    [InlineData("\e[1;5D", nameof(KeyName.WordLeft))]
    [InlineData("\ef", nameof(KeyName.WordRight))]
    [InlineData("\u007F", nameof(KeyName.Backspace))]
    [InlineData("\e[3~", nameof(KeyName.Delete))]
    [InlineData("\u0017", nameof(KeyName.EraseWord))]
    [InlineData("\e\u007F", nameof(KeyName.EraseWord))]
    [InlineData("\u0015", nameof(KeyName.EraseToStart))]
    [InlineData("\u000B", nameof(KeyName.EraseToEnd))]
    [InlineData("\u0003", nameof(KeyName.Interrupt))]
    [InlineData("\u0004", nameof(KeyName.EndOfInput))]
    public void A_terminals_bytes_name_a_key(string bytes, string name) =>
        Assert.Equal([new Key.Press(Enum.Parse<KeyName>(name))], Keys(bytes));

    [Fact]
    public void Text_comes_character_by_character_also_beyond_the_first_plane() =>
        Assert.Equal([new Key.Text("ü"), new Key.Text("漢"), new Key.Text("😀")], Keys("ü漢😀"));

    [Fact]
    public void A_paste_is_one_key_and_its_line_breaks_are_not_Enter() =>
        Assert.Equal(
            [new Key.Text("a"), new Key.Pasted("one\ntwo\n~x"), new Key.Press(KeyName.Enter)],
            Keys("a\e[200~one\r\ntwo\r~x\e[201~\r"));

    [Fact]
    public void Sequences_may_be_cut_anywhere()
    {
        const string Bytes = "ü\e[1;5C😀\e[200~p\r\e[201~\e[3~";
        var all = Encoding.UTF8.GetBytes(Bytes);
        var decoder = new KeyDecoder();

        var keys = all.SelectMany(one => decoder.Feed([one])).ToList();

        Assert.Equal(Keys(Bytes), keys);
    }

    [Fact]
    public void An_unknown_sequence_does_nothing() => Assert.Equal([new Key.Text("x")], Keys("\e[15~\e[?1;2c\eqx"));

    private static IReadOnlyList<Key> Keys(string bytes) => new KeyDecoder().Feed(Encoding.UTF8.GetBytes(bytes));
}
