using Punie.Agent.Tests.Workspace;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Tools.Checks;

public sealed class VirtualEnvironmentTests : IDisposable
{
    private readonly ToolBench _bench = new();
    private readonly TemporaryFolder _elsewhere = new();

    public void Dispose()
    {
        _bench.Dispose();
        _elsewhere.Dispose();
    }

    [Theory]
    [InlineData(".venv")]
    [InlineData("venv")]
    [InlineData("env")]
    public async Task One_in_the_projects_folder_is_found(string folder)
    {
        WritePython(_bench.Folder, folder);

        Assert.Equal(new VirtualEnvironment($"{Root}/{folder}/bin/python", $"the project's {folder}"),
            await FindAsync());
    }

    [Fact]
    public async Task A_project_without_one_has_none()
    {
        _bench.Folder.Write("env/readme.md", "");

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task One_at_the_top_of_the_repository_is_found()
    {
        await _bench.RunAsync("git", "init", "--quiet");
        WritePython(_bench.Folder, ".venv");
        _bench.Folder.Write("packages/one/pyproject.toml", "");
        var top = Root;
        _bench.Context = _bench.Context with { Workspace = new DiskWorkspace(_bench.Folder["packages/one"]) };

        Assert.Equal($"{top}/.venv/bin/python", (await FindAsync())?.Python);
    }

    [Fact]
    public async Task One_above_the_project_that_belongs_to_no_repository_is_not_taken()
    {
        WritePython(_bench.Folder, ".venv");
        _bench.Folder.Write("one/a.py", "");
        _bench.Context = _bench.Context with { Workspace = new DiskWorkspace(_bench.Folder["one"]) };

        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task The_active_one_comes_before_the_projects()
    {
        WritePython(_bench.Folder, ".venv");
        WritePython(_elsewhere, "active");
        _bench.Context =
            _bench.Context with
            {
                Programs = _bench.Context.Programs with { ActiveEnvironment = _elsewhere["active"] }
            };

        Assert.Equal(_elsewhere["active/bin/python"], (await FindAsync())?.Python);
    }

    [Fact]
    public async Task The_configured_interpreter_comes_first()
    {
        WritePython(_bench.Folder, ".venv");
        WritePython(_bench.Folder, "other");
        _bench.Configure("python: other/bin/python");

        Assert.Equal($"{Root}/other/bin/python", (await FindAsync())?.Python);
    }

    [Fact]
    public async Task A_configured_interpreter_that_is_not_there_is_an_error_of_every_check()
    {
        _bench.Folder.Write("a.py", "");
        _bench.Configure("python: nowhere/python");
        const string Error = "There is no interpreter 'nowhere/python'; correct 'python' in .punie/config.";

        Assert.Equal(Error, (await _bench.CallAsync<TypeCheckResult>(new TypecheckTool(), "a.py")).ParseError);
        Assert.Equal(Error, (await _bench.CallAsync<RuffResult>(new RuffCheckTool(), "a.py")).ParseError);
        Assert.Equal(Error, (await _bench.CallAsync<PytestResult>(new PytestRunTool(), "a.py")).ParseError);
    }

    [Theory]
    [InlineData("poetry.lock", "")]
    [InlineData("pyproject.toml", "[tool.poetry]\nname = 'shop'\n")]
    public async Task The_one_that_poetry_keeps_is_found_by_the_projects_path(string file, string text)
    {
        var name = $"shop-{PoetryEnvironment.HashOf(Root)}-py3.12";
        WritePython(_elsewhere, "shop-aaaaaaaa-py3.13");
        WritePython(_elsewhere, name);
        _bench.Context =
            _bench.Context with { Programs = _bench.Context.Programs with { PoetryFolder = _elsewhere.FullPath } };
        Assert.Null(await FindAsync());

        _bench.Folder.Write(file, text);

        Assert.Equal(new VirtualEnvironment(_elsewhere[$"{name}/bin/python"], "poetry's environment"),
            await FindAsync());
    }

    // base64.urlsafe_b64encode(hashlib.sha256(b"/home/user/project").digest())[:8] in CPython.
    [Fact]
    public void Poetrys_hash_of_a_path_is_the_one_that_python_gives() =>
        Assert.Equal("na0eTgiw", PoetryEnvironment.HashOf("/home/user/project"));

    [Fact]
    public async Task Poetry_itself_is_asked_when_it_keeps_environments_elsewhere()
    {
        WritePython(_elsewhere, "far");
        _elsewhere.WriteProgram("bin/poetry",
            $"#!/bin/sh\ntest \"$*\" = 'env info --path' && echo '{_elsewhere["far"]}'\n");
        _bench.Folder.Write("poetry.lock", "");
        UsePath();

        Assert.Equal(_elsewhere["far/bin/python"], (await FindAsync())?.Python);
    }

    [Fact]
    public async Task Poetry_is_not_started_where_it_would_load_the_projects_plug_ins()
    {
        _elsewhere.WriteProgram("bin/poetry", $"#!/bin/sh\ntouch '{_elsewhere["trace"]}'\n");
        _bench.Folder.Write("poetry.lock", "");
        _bench.Folder.Write(".poetry/plugins/evil.py", "");
        UsePath();

        Assert.Null(await FindAsync());
        Assert.False(File.Exists(_elsewhere["trace"]));
    }

    [Fact]
    public async Task Pyright_looks_for_packages_in_the_projects_environment()
    {
        await NeededPrograms.RequireAsync("pyright");
        await _bench.RunAsync("/usr/bin/python3", "-m", "venv", "--without-pip", ".venv");
        var site = Directory.GetDirectories(_bench.Folder[".venv/lib"], "python3*")[0];
        Directory.CreateDirectory(Path.Combine(site, "site-packages", "zoo"));
        await File.WriteAllTextAsync(Path.Combine(site, "site-packages", "zoo", "__init__.py"),
            "def f() -> int: return 1\n", TestContext.Current.CancellationToken);
        _bench.Folder.Write("a.py", "from zoo import f\nx: str = f()\n");

        var result = await _bench.CallAsync<TypeCheckResult>(new TypecheckTool(), "a.py");

        Assert.Equal(["reportAssignmentType"], result.Errors.Select(error => error.Code));
    }

    private string Root => _bench.Context.Workspace.Root;

    private static void WritePython(TemporaryFolder folder, string environment) =>
        folder.WriteProgram($"{environment}/bin/python", "#!/bin/sh\n");

    private void UsePath() => _bench.Context = _bench.Context with
    {
        Processes = new Punie.Agent.Processes.ProcessRunner($"{_elsewhere["bin"]}:/usr/bin:/bin", TimeProvider.System),
    };

    private ValueTask<VirtualEnvironment?> FindAsync() =>
        VirtualEnvironment.FindAsync(_bench.Context, TestContext.Current.CancellationToken);
}
