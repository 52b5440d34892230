using System.Text;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Workspace;

public sealed class DiskWorkspaceTests : IDisposable
{
    private readonly TemporaryFolder _outside = new();
    private readonly TemporaryFolder _folder = new();
    private readonly DiskWorkspace _workspace;

    public DiskWorkspaceTests() => _workspace = new DiskWorkspace(_folder.FullPath);

    public void Dispose()
    {
        _folder.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("src/../../secret.txt")]
    [InlineData("/etc/passwd")]
    public void A_path_that_leaves_the_root_is_refused(string path)
    {
        var refusal = Assert.Throws<WorkspaceException>(() => _workspace.Resolve(path));

        Assert.Equal(WorkspaceProblem.Forbidden, refusal.Problem);
        Assert.Equal($"'{path}' is outside the workspace; use a path relative to its root.", refusal.Message);
    }

    [Fact]
    public void A_folder_whose_name_begins_like_the_root_is_outside()
    {
        Assert.Throws<WorkspaceException>(() => _workspace.Resolve(_workspace.Root + "-other/a.py"));
    }

    [Fact]
    public async Task A_link_to_a_file_outside_is_refused()
    {
        _outside.Write("secret.txt", "secret");
        File.CreateSymbolicLink(_folder["link.txt"], _outside["secret.txt"]);

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("link.txt"));

        Assert.Equal(WorkspaceProblem.Forbidden, refusal.Problem);
    }

    [Fact]
    public void A_new_file_below_a_linked_folder_outside_is_refused()
    {
        Directory.CreateSymbolicLink(_folder["out"], _outside.FullPath);

        Assert.Throws<WorkspaceException>(() => _workspace.Resolve("out/new/file.txt"));
    }

    [Fact]
    public async Task A_link_inside_the_root_is_followed()
    {
        _folder.Write("src/real.py", "x = 1\n");
        File.CreateSymbolicLink(_folder["link.py"], "src/real.py");

        Assert.Equal("x = 1\n", await ReadAsync("link.py"));
        Assert.Equal("src/real.py", _workspace.Resolve("link.py").Relative);
    }

    [Fact]
    public void Links_in_a_circle_are_refused()
    {
        File.CreateSymbolicLink(_folder["a"], "b");
        File.CreateSymbolicLink(_folder["b"], "a");

        var refusal = Assert.Throws<WorkspaceException>(() => _workspace.Resolve("a"));

        Assert.Equal("Cannot follow 'a': The path has too many links.", refusal.Message);
    }

    [Fact]
    public void A_root_that_is_a_link_is_opened_at_its_target()
    {
        Directory.CreateSymbolicLink(_outside["root"], _folder.FullPath);

        var workspace = new DiskWorkspace(_outside["root"]);

        Assert.Equal(_workspace.Root, workspace.Root);
        Assert.Equal("a.py", workspace.Resolve(_outside["root"] + "/a.py").Relative);
    }

    [Fact]
    public void Results_have_forward_slashes_and_no_dots()
    {
        Assert.Equal("src/a.py", _workspace.Resolve("./src//x/../a.py").Relative);
        Assert.Equal(".", _workspace.Resolve(".").Relative);
    }

    [Fact]
    public async Task A_byte_order_mark_is_not_part_of_the_text()
    {
        await File.WriteAllBytesAsync(_folder["a.py"], [0xEF, 0xBB, 0xBF, (byte)'x'], Token);

        Assert.Equal("x", await ReadAsync("a.py"));
    }

    [Fact]
    public async Task Invalid_bytes_are_an_error_that_names_the_line()
    {
        await File.WriteAllBytesAsync(_folder["a.txt"], [.. "one\ntwo "u8, 0xC3, 0x28], Token);

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("a.txt"));

        Assert.Equal("'a.txt' is not UTF-8 text: invalid byte on line 2.", refusal.Message);
    }

    [Fact]
    public async Task A_binary_file_is_an_error()
    {
        await File.WriteAllBytesAsync(_folder["a.png"], [0x89, (byte)'P', 0, 1], Token);

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("a.png"));

        Assert.Equal("'a.png' is a binary file, not text.", refusal.Message);
    }

    [Fact]
    public async Task Utf16_text_is_an_error_that_says_so()
    {
        await File.WriteAllTextAsync(_folder["a.txt"], "x", Encoding.Unicode, Token);

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("a.txt"));

        Assert.Equal("'a.txt' is UTF-16 text; only UTF-8 can be read. Convert it first.", refusal.Message);
    }

    [Fact]
    public async Task A_file_over_the_cap_is_refused_before_it_is_read()
    {
        await using (var stream = File.Create(_folder["big.txt"])) stream.SetLength(9 * 1024 * 1024);

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("big.txt"));

        Assert.Equal(WorkspaceProblem.TooLarge, refusal.Problem);
    }

    [Fact]
    public async Task A_folder_cannot_be_read()
    {
        _folder.Write("src/a.py", "");

        var refusal = await Assert.ThrowsAsync<WorkspaceException>(async () => await ReadAsync("src"));

        Assert.Equal("'src' is a folder, not a file.", refusal.Message);
    }

    [Theory]
    [InlineData("src/cart.py", "No file 'src/cart.py'. Did you mean 'src/shop/cart.py'?")]
    [InlineData("src/shop/crat.py", "No file 'src/shop/crat.py'. Did you mean 'src/shop/cart.py'?")]
    [InlineData("SRC/Shop/Cart.py", "No file 'SRC/Shop/Cart.py'. Did you mean 'src/shop/cart.py'?")]
    [InlineData("test", "No file or folder 'test'. Did you mean 'tests'?")]
    [InlineData("setup.cfg", "No file 'setup.cfg'.")]
    public void A_missing_path_names_the_closest_one(string path, string message)
    {
        _folder.Write("src/shop/cart.py", "");
        _folder.Write("tests/cart.py", "");

        var refusal = Assert.Throws<WorkspaceException>(() => _workspace.ResolveExisting(path));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task Writing_makes_missing_folders_and_leaves_nothing_else()
    {
        await _workspace.WriteTextAsync("a/b/c.txt", "é\n", Token);

        Assert.Equal("é\n"u8.ToArray(), await File.ReadAllBytesAsync(_folder["a/b/c.txt"], Token));
        Assert.Single(Directory.GetFileSystemEntries(_folder["a/b"]));
    }

    [Fact]
    public async Task Line_endings_are_kept_as_given()
    {
        await _workspace.WriteTextAsync("a.txt", "one\r\ntwo\n", Token);

        Assert.Equal("one\r\ntwo\n", await ReadAsync("a.txt"));
    }

    [Fact]
    public async Task A_byte_order_mark_survives_a_rewrite()
    {
        await File.WriteAllBytesAsync(_folder["a.py"], [0xEF, 0xBB, 0xBF, (byte)'x'], Token);

        await _workspace.WriteTextAsync("a.py", "y", Token);

        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'y'], await File.ReadAllBytesAsync(_folder["a.py"], Token));
    }

    [Fact]
    public async Task The_mode_of_a_file_survives_a_rewrite()
    {
        _folder.WriteProgram("run.sh", "#!/bin/sh\n");
        var mode = File.GetUnixFileMode(_folder["run.sh"]);

        await _workspace.WriteTextAsync("run.sh", "#!/bin/bash\n", Token);

        Assert.Equal(mode, File.GetUnixFileMode(_folder["run.sh"]));
    }

    [Fact]
    public async Task Writing_through_a_link_keeps_the_link()
    {
        _folder.Write("real.txt", "old");
        File.CreateSymbolicLink(_folder["link.txt"], "real.txt");

        await _workspace.WriteTextAsync("link.txt", "new", Token);

        Assert.Equal("real.txt", new FileInfo(_folder["link.txt"]).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(_folder["real.txt"], Token));
    }

    [Theory]
    [InlineData(".git/hooks/pre-commit")]
    [InlineData("vendor/.git/config")]
    public async Task The_inside_of_a_git_folder_is_not_written(string path)
    {
        var refusal = await Assert.ThrowsAsync<WorkspaceException>(
            async () => await _workspace.WriteTextAsync(path, "x", Token));

        Assert.Equal(WorkspaceProblem.Forbidden, refusal.Problem);
        Assert.False(File.Exists(_folder[path]));
    }

    [Fact]
    public void Files_leaves_hidden_and_generated_folders_out()
    {
        string[] paths =
            ["b.py", "a/x.py", ".git/config", "node_modules/m.js", "env/pyvenv.cfg", "a/__pycache__/x.pyc"];
        foreach (var path in paths) _folder.Write(path, "");

        Assert.Equal(["a/x.py", "b.py"], _workspace.Files(".", 100));
        Assert.Equal(["a/x.py"], _workspace.Files("a", 100));
    }

    [Fact]
    public void A_path_outside_has_no_relative_form()
    {
        Assert.Null(_workspace.ToRelative(_outside["a.py"]));
        Assert.Equal("src/a.py", _workspace.ToRelative(_folder["src/a.py"]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ValueTask<string> ReadAsync(string path) => _workspace.ReadTextAsync(path, Token);
}
