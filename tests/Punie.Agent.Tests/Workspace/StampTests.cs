using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Workspace;

public sealed class StampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Stamps_are_of_the_same_files_as_the_list()
    {
        _folder.Write("a.py", "x");
        _folder.Write("pkg/inner/b.py", "xy");
        _folder.Write(".hidden/c.py", "");
        _folder.Write("node_modules/d.js", "");
        _folder.Write("env/pyvenv.cfg", "");
        _folder.Write("env/e.py", "");
        Directory.CreateSymbolicLink(_folder["link"], _folder["pkg"]);
        var workspace = new DiskWorkspace(_folder.FullPath);

        var stamps = workspace.Stamps(".", 100);

        Assert.Equal(workspace.Files(".", 100), stamps.Select(stamp => stamp.Path).Order(StringComparer.Ordinal));
        Assert.Equal([("a.py", 1L), ("pkg/inner/b.py", 2L)], stamps.Select(stamp => (stamp.Path, stamp.Length))
            .Order());
    }

    [Fact]
    public void A_written_file_has_another_stamp()
    {
        _folder.Write("a.py", "x");
        var workspace = new DiskWorkspace(_folder.FullPath);
        var before = workspace.Stamps("a.py", 1);
        File.SetLastWriteTimeUtc(_folder["a.py"], DateTime.UnixEpoch);

        Assert.NotEqual(before, workspace.Stamps("a.py", 1));
    }
}
