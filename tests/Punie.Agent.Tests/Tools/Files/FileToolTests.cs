using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Files;

namespace Punie.Agent.Tests.Tools.Files;

public sealed class FileToolTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Reading_gives_the_text()
    {
        _bench.Folder.Write("src/a.py", "x = 1\n");

        Assert.Equal("x = 1\n", await _bench.CallAsync<string>(new ReadFileTool(), "src/a.py"));
    }

    [Theory]
    [InlineData("src/b.py", "FileNotFoundError: No file 'src/b.py'. Did you mean 'src/a.py'?")]
    [InlineData("src", "IsADirectoryError: 'src' is a folder, not a file.")]
    [InlineData("../a.py", "PermissionError: '../a.py' is outside the workspace; use a path relative to its root.")]
    public async Task What_cannot_be_read_raises_what_python_would(string path, string raised)
    {
        _bench.Folder.Write("src/a.py", "");

        Assert.Equal(raised, await _bench.RaisedAsync(new ReadFileTool(), path));
    }

    [Fact]
    public async Task Writing_asks_with_a_diff_and_then_writes()
    {
        _bench.Folder.Write("a.py", "one\ntwo\n");

        var result = await _bench.CallAsync<string>(new WriteFileTool(), "a.py", "one\n2\nthree\n");

        Assert.Equal("success", result);
        Assert.Equal("one\n2\nthree\n",
            await File.ReadAllTextAsync(_bench.Folder["a.py"], TestContext.Current.CancellationToken));
        var request = Assert.Single(_bench.Asked);
        Assert.Equal(("write_file", ToolEffect.Write, "Write a.py (+2 -1)"),
            (request.Tool, request.Effect, request.Summary));
        Assert.Equal(
            "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n one\n-two\n+2\n+three\n",
            Assert.IsType<RequestedChange.FileChange>(request.Change).Diff);
    }

    [Fact]
    public async Task A_new_file_is_asked_for_as_one()
    {
        await _bench.CallAsync<string>(new WriteFileTool(), "new/a.py", "x\n");

        var request = Assert.Single(_bench.Asked);
        Assert.Equal("Create new/a.py (+1 -0)", request.Summary);
        Assert.Equal(
            "--- /dev/null\n+++ b/new/a.py\n@@ -0,0 +1,1 @@\n+x\n",
            Assert.IsType<RequestedChange.FileChange>(request.Change).Diff);
    }

    [Fact]
    public async Task A_denied_write_does_not_happen_and_says_why()
    {
        _bench.Denial = "the person said no";

        var raised = await _bench.RaisedAsync(new WriteFileTool(), "a.py", "x");

        Assert.Equal("PermissionError: 'a.py' was not written: the person said no", raised);
        Assert.False(File.Exists(_bench.Folder["a.py"]));
    }

    [Fact]
    public async Task Writing_what_is_there_already_asks_nobody()
    {
        _bench.Folder.Write("a.py", "same");

        Assert.Equal("success", await _bench.CallAsync<string>(new WriteFileTool(), "a.py", "same"));
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task A_write_outside_is_refused_before_anybody_is_asked()
    {
        var raised = await _bench.RaisedAsync(new WriteFileTool(), "../a.py", "x");

        Assert.StartsWith("PermissionError: '../a.py' is outside", raised, StringComparison.Ordinal);
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task Replacing_a_binary_file_says_so()
    {
        await File.WriteAllBytesAsync(_bench.Folder["a.bin"], [0, 1, 2], TestContext.Current.CancellationToken);

        await _bench.CallAsync<string>(new WriteFileTool(), "a.bin", "x\n");

        Assert.Equal("Replace the binary file a.bin (+1 -0)", Assert.Single(_bench.Asked).Summary);
    }
}
