using System.Text;
using Punie.Agent.Workspace;
using Punie.Cli.Chat;
using Punie.Cli.Chat.Editing;
using Punie.Cli.Chat.Slash;
using Punie.Cli.Hosting;

namespace Punie.Cli.Tests.Chat;

/// <summary>What the screen is sent while a prompt is edited.</summary>
public sealed class KeyboardPromptsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("punie-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_prompt_is_read_and_the_keys_behind_it_wait_for_the_next()
    {
        var prompts = Prompts(new FakeTerminal { IsScreen = true }, "first\rsec", "ond\r", "\u0004");

        Assert.Equal("first", await NextAsync(prompts));
        Assert.Equal("second", await NextAsync(prompts));
        Assert.Null(await NextAsync(prompts));
    }

    [Fact]
    public async Task The_end_of_input_ends_the_prompts() =>
        Assert.Null(await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "half a li")));

    [Fact]
    public async Task Marked_pastes_are_asked_for_while_editing_only()
    {
        var terminal = new FakeTerminal { IsScreen = true };

        await NextAsync(Prompts(terminal, "x\r"));

        Assert.StartsWith("\e[?2004h", terminal.OutputText, StringComparison.Ordinal);
        Assert.EndsWith("\e[?2004l", terminal.OutputText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_are_remembered_over_chats()
    {
        await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "one\\\rtwo \"ü\"\r"));

        Assert.Equal("one\ntwo \"ü\"", await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "\e[A\r")));
    }

    [Fact]
    public async Task Tab_completes_a_path_folder_by_folder_and_a_name_anywhere()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "src", "shop"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "src", "shop", "cart.py"), "",
            TestContext.Current.CancellationToken);

        Assert.Equal("read @src/", await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "read @s\t\r")));
        Assert.Equal("read @src/shop/cart.py ",
            await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "read @s\t\t\t\r")));
        Assert.Equal("read @src/shop/cart.py now",
            await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "read @car\tnow\r")));
        Assert.Equal("/mode auto-edit ",
            await NextAsync(Prompts(new FakeTerminal { IsScreen = true }, "/mode auto-\t\r")));
    }

    [Theory]
    [InlineData("abc", 2, 20, "\r\e[J> abc\r\e[4C")]
    [InlineData("abc", 0, 20, "\r\e[J> abc\r\e[2C")]
    [InlineData("漢字漢", 2, 20, "\r\e[J> 漢字漢\r\e[6C")]
    [InlineData("one\ntwo", 1, 20, "\r\e[J> one\n… two\e[1A\r\e[3C")]
    [InlineData("0123456789", 10, 8, "\r\e[J> 01234\n56789\r\e[5C")]
    [InlineData("漢字漢字", 4, 8, "\r\e[J> 漢字\n漢字\r\e[4C")]
    public void The_cursor_stands_where_the_editors_does(string text, int cursor, int width, string expected)
    {
        var terminal = new FakeTerminal { IsScreen = true, Width = width };

        new EditorView(terminal, "> ").Draw(text, cursor);

        Assert.Equal(expected, terminal.OutputText);
    }

    [Fact]
    public void A_prompt_longer_than_the_screen_is_shown_around_the_cursor()
    {
        var terminal = new FakeTerminal { IsScreen = true, Height = 5 };
        var lines = string.Join('\n', Enumerable.Range(0, 20));

        new EditorView(terminal, "> ").Draw(lines, lines.Length);

        Assert.Equal("\r\e[J… 16\n… 17\n… 18\n… 19\r\e[4C", terminal.OutputText);
    }

    private static Task<string?> NextAsync(KeyboardPrompts prompts) =>
        prompts.NextAsync(TestContext.Current.CancellationToken);

    private KeyboardPrompts Prompts(FakeTerminal terminal, params string[] typed)
    {
        var history = new PromptHistoryFile(new StateFolder(Path.Combine(_folder, ".state")), Assert.Fail);
        var completer = new ChatCompleter(new SlashTable(), new DiskWorkspace(_folder));
        return new KeyboardPrompts(terminal, new FakeKeyboard(typed), history, completer);
    }

    private sealed class FakeKeyboard(IEnumerable<string> typed) : IKeyboard
    {
        private readonly Queue<string> _typed = new(typed);

        public IDisposable TakeKeys() => new MemoryStream();

        public ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<ReadOnlyMemory<byte>>(_typed.TryDequeue(out var text)
                ? Encoding.UTF8.GetBytes(text)
                : []);
    }
}
