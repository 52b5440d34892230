using Punie.Agent.Sessions;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Sessions;

public sealed class AttachmentsTests : IDisposable
{
    private readonly SessionBench _bench = new();

    public AttachmentsTests() => _bench.Write("notes.txt", "buy milk\n");

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("read @notes.txt, please", "read notes.txt, please")]
    [InlineData("read @notes.txt?", "read notes.txt?")]
    [InlineData("what is in @.", "what is in @.")]
    [InlineData("what does @property do", "what does @property do")]
    [InlineData("mail me@notes.txt", "mail me@notes.txt")]
    public async Task The_word_becomes_the_path_when_there_is_one(string prompt, string expected) =>
        Assert.Equal(expected, (await ResolveAsync(prompt, withText: false)).Text);

    [Fact]
    public async Task A_files_text_stands_behind_the_prompt_once()
    {
        var attached = await ResolveAsync("compare @notes.txt with @notes.txt", withText: true);

        Assert.Equal("compare notes.txt with notes.txt\n\nnotes.txt:\n```\nbuy milk\n```", attached.Text);
        Assert.Equal(["notes.txt"], attached.Files);
    }

    [Fact]
    public async Task A_long_file_loses_its_middle()
    {
        _bench.Write("long.txt", new string('a', 50_000) + "end");

        var attached = await ResolveAsync("read @long.txt", withText: true);

        Assert.InRange(attached.Text.Length, Attachments.FileChars, Attachments.FileChars + 200);
        Assert.Contains("characters left out", attached.Text, StringComparison.Ordinal);
        Assert.EndsWith("end\n```", attached.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read @note.txt", "notes.txt")]
    [InlineData("read @no/such/file", "no/such/file")]
    [InlineData("read @../../etc/passwd", "..")]
    public async Task A_path_that_cannot_be_read_is_an_error(string prompt, string named)
    {
        var error = await Assert.ThrowsAsync<WorkspaceException>(() => ResolveAsync(prompt, withText: true));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private Task<AttachedPrompt> ResolveAsync(string prompt, bool withText) =>
        Attachments.ResolveAsync(prompt, _bench.Loop.Tools.Context.Workspace, withText,
            TestContext.Current.CancellationToken);
}
