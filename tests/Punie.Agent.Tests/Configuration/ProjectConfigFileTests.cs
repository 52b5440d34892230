using Punie.Agent.Configuration;
using Punie.Agent.Tests.Workspace;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Configuration;

public sealed class ProjectConfigFileTests : IDisposable
{
    private const string File = ".punie/config";

    private readonly TemporaryFolder _project = new();
    private readonly TemporaryFolder _home = new();

    public void Dispose()
    {
        _project.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task No_file_is_no_settings()
    {
        var loaded = await LoadAsync();

        Assert.Same(ProjectConfig.None, loaded.Config);
        Assert.Empty(loaded.Problems);
    }

    [Fact]
    public async Task A_problem_names_the_file_and_the_line()
    {
        _project.Write(File, "model: router\nmodal: x\n");

        Assert.Equal([".punie/config line 2: there is no key 'modal'; did you mean model?"], (await LoadAsync())
            .Problems);
    }

    [Theory]
    [InlineData("model: router")]
    [InlineData("checks: {typecheck: mypy --strict, ruff_check: ruff, pytest_run: pytest -q, timeout: 5}")]
    [InlineData("language_server: [ty server, basedpyright, pylsp]")]
    [InlineData("permissions: {mode: plan, rules: ['deny run_command']}")]
    [InlineData("tools: native")]
    [InlineData("sandbox: on")]
    public async Task A_strangers_file_may_choose_among_known_checkers_and_be_stricter(string text)
    {
        _project.Write(File, text);

        var loaded = await LoadAsync();

        Assert.Empty(loaded.Problems);
        Assert.Empty(ProjectConfigFile.Entries(text));
    }

    [Theory]
    [InlineData("model: http://example.invalid/v1", "model: http://example.invalid/v1")]
    [InlineData("model: scripted:x.jsonl", "model: scripted:x.jsonl")]
    [InlineData("checks: {typecheck: ./check}", "checks.typecheck: ./check")]
    [InlineData("checks: {typecheck: mypy --python-executable=./evil}",
        "checks.typecheck: mypy --python-executable=./evil")]
    [InlineData("checks: {typecheck: pytest}", "checks.typecheck: pytest")]
    [InlineData("checks: {pytest_run: uv run pytest}", "checks.pytest_run: uv run pytest")]
    [InlineData("language_server: node server.js", "language_server: node server.js")]
    [InlineData("permissions: {mode: auto}", "permissions.mode: auto")]
    [InlineData("permissions: {rules: [allow run_command]}", "permissions.rules: allow run_command")]
    [InlineData("mcp_servers: {db: {command: npx, args: [a b]}}", "mcp_servers.db: npx 'a b'")]
    [InlineData("mcp_servers: {web: {url: 'http://example.invalid/'}}", "mcp_servers.web: http://example.invalid/")]
    [InlineData("python: bin/python", "python: bin/python")]
    [InlineData("env_file: .env", "env_file: .env")]
    public async Task A_strangers_file_starts_nothing_and_lifts_nothing_until_it_is_accepted(string text, string entry)
    {
        _project.Write(File, text);
        _project.Write(".env", "A=1\n");

        var loaded = await LoadAsync();

        Assert.Equal([entry], ProjectConfigFile.Entries(text));
        var key = entry[..entry.IndexOf(':', StringComparison.Ordinal)];
        Assert.Equal(
            [$".punie/config: {key} is not used until you accept the file: read it, then run 'punie trust'"],
            loaded.Problems);
        Assert.Empty(ConfigTrust.Entries(loaded.Config));
        Assert.Empty(loaded.Config.Variables);

        Store.Trust(Path.Combine(Workspace.Root, File), text);

        loaded = await LoadAsync();
        Assert.Empty(loaded.Problems);
        Assert.Equal([entry], ConfigTrust.Entries(loaded.Config));
    }

    [Fact]
    public async Task A_changed_file_has_to_be_accepted_again()
    {
        _project.Write(File, "python: a");
        Store.Trust(Path.Combine(Workspace.Root, File), "python: a");
        Assert.Equal("a", (await LoadAsync()).Config.Python);

        _project.Write(File, "python: b");

        Assert.Null((await LoadAsync()).Config.Python);
    }

    [Fact]
    public async Task Another_project_with_the_same_file_is_not_accepted_with_it()
    {
        _project.Write(File, "python: a");
        Store.Trust(Path.Combine(Workspace.Root, "other", File), "python: a");

        Assert.Null((await LoadAsync()).Config.Python);
    }

    [Fact]
    public async Task What_was_accepted_can_be_taken_back()
    {
        _project.Write(File, "python: a");
        var path = Path.Combine(Workspace.Root, File);
        Store.Trust(path, "python: a");

        Assert.True(Store.Revoke(path));

        Assert.Null((await LoadAsync()).Config.Python);
        Assert.False(Store.Revoke(path));
    }

    [Fact]
    public async Task The_environment_file_gives_variables()
    {
        _project.Write(File, "env_file: .env");
        _project.Write(
            ".env",
            """
            # a remark
            PLAIN=a b # the rest is a remark
            export SINGLE='${NOT} #expanded'
            DOUBLE="a\nb \"c\""
            EMPTY=
            not a line
            """);
        Store.Trust(Path.Combine(Workspace.Root, File), "env_file: .env");

        var loaded = await LoadAsync();

        Assert.Equal(
            [("DOUBLE", "a\nb \"c\""), ("EMPTY", ""), ("PLAIN", "a b"), ("SINGLE", "${NOT} #expanded")],
            loaded.Config.Variables.Select(one => (one.Key, one.Value)).Order());
        Assert.Equal([".env line 6: it is not NAME=VALUE; the line is left out"], loaded.Problems);
    }

    [Fact]
    public async Task A_missing_environment_file_is_one_line()
    {
        _project.Write(File, "env_file: .env");
        Store.Trust(Path.Combine(Workspace.Root, File), "env_file: .env");

        Assert.StartsWith(
            ".punie/config: env_file: No file '.env'.", Assert.Single((await LoadAsync()).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_leads_out_of_the_project_is_not_read()
    {
        _home.Write("config", "python: a");
        Directory.CreateDirectory(_project[".punie"]);
        System.IO.File.CreateSymbolicLink(_project[File], _home["config"]);

        var loaded = await LoadAsync();

        Assert.Same(ProjectConfig.None, loaded.Config);
        Assert.Equal(["'.punie/config' is outside the workspace; use a path relative to its root."], loaded.Problems);
    }

    private TrustStore Store => new(new StateFolder(_home["state"]));

    private DiskWorkspace Workspace => new(_project.FullPath);

    private ValueTask<LoadedConfig> LoadAsync() =>
        ProjectConfigFile.LoadAsync(Workspace, Store, TestContext.Current.CancellationToken);
}
