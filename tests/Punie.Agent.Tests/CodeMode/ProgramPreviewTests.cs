using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tests.Workspace;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.CodeMode;

public sealed class ProgramPreviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_are_no_effects() =>
        Assert.Empty(Effects("print(read_file('a.txt'), typecheck('src').error_count)"));

    [Theory]
    [InlineData("cst_rename('a.py', 'x', 'y')", 0)]
    [InlineData("cst_rename('a.py', 'x', 'y', write=False)", 0)]
    [InlineData("cst_rename('a.py', 'x', 'y', write=True)", 1)]
    [InlineData("cst_rename('a.py', 'x', 'y', write=sure)", 1)]
    [InlineData("cst_rename('a.py', 'x', 'y', **options)", 1)]
    public void A_tool_that_may_write_is_an_effect_when_it_is_told_to(string program, int effects) =>
        Assert.Equal(effects, Effects(program).Count);

    [Fact]
    public void A_file_that_is_written_out_is_named_as_the_workspace_names_it()
    {
        var effect = Assert.Single(Effects("write_file('./src/../a.txt', text)"));

        Assert.Equal(("a.txt", 1, false),
            (Assert.IsType<RequestedChange.FileChange>(effect.Change).Path, effect.Line, effect.MayRepeat));
        Assert.Equal("write_file(path=\"./src/../a.txt\", content=text)", effect.Call);
    }

    [Theory]
    [InlineData("run_command('ruff check --fix')", "ruff check --fix")]
    [InlineData("run_command('ruff', ['check', 'a b'])", "ruff check 'a b'")]
    [InlineData("run_command(command='ruff', args=None)", "ruff")]
    public void A_command_that_is_written_out_is_known(string program, string line)
    {
        var change = Assert.IsType<RequestedChange.CommandRun>(Assert.Single(Effects(program)).Change);

        Assert.Equal((line, "."), (change.Line, change.Folder));
    }

    [Theory]
    [InlineData("run_command(name)")]
    [InlineData("run_command('ruff', names)")]
    [InlineData("run_command('ruff', cwd=folder)")]
    [InlineData("run_command(*words)")]
    [InlineData("run_command('ruff', **more)")]
    [InlineData("write_file(name, 'x')")]
    [InlineData("write_file('../outside.txt', 'x')")]
    public void What_is_computed_is_known_only_when_it_runs(string program) =>
        Assert.Null(Assert.Single(Effects(program)).Change);

    [Theory]
    [InlineData("for n in names: write_file(n, 'x')")]
    [InlineData("while True: write_file('a', 'x')")]
    [InlineData("[write_file(n, 'x') for n in names]")]
    [InlineData("list(map(lambda n: write_file(n, 'x'), names))")]
    [InlineData("def save(n): write_file(n, 'x')\nfor n in names: save(n)")]
    [InlineData("def save(n):\n    write_file(n, 'x')\n    save(n + 'x')\nsave('a')")]
    [InlineData("sorted(names, key=lambda n: write_file(n, 'x'))")]
    public void A_loop_is_said_however_it_is_written(string program) =>
        Assert.True(Assert.Single(Effects(program)).MayRepeat);

    [Theory]
    [InlineData("for n in names: print(n)\nwrite_file('a', 'x')")]
    [InlineData("def save(n): write_file(n, 'x')\nsave('a')")]
    [InlineData("for n in [write_file('a', 'x')]: print(n)")]
    public void What_stands_outside_of_a_loop_happens_once(string program) =>
        Assert.False(Assert.Single(Effects(program)).MayRepeat);

    private IReadOnlyList<PlannedEffect> Effects(string program) =>
        ProgramPreviews.Of(program, BuiltInTools.Create(), new DiskWorkspace(_folder.FullPath)).Effects;
}
