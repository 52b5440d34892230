using Punie.Agent.Configuration;
using Punie.Agent.Loop;
using Punie.Agent.Processes.Confining;

namespace Punie.Agent.Tests.Configuration;

public sealed class ConfigReaderTests
{
    [Fact]
    public void Every_section_is_read()
    {
        var (config, problems) = ConfigReader.Read(
            """
            model: http://127.0.0.1:8080/v1#qwen
            checks:
              typecheck: mypy --strict
              ruff_check: ruff
              pytest_run: uv run pytest -q -k 'not slow'
              timeout: 1.5
            language_server: [ty server, pylsp]
            permissions:
              mode: auto-edit
              rules:
                - "allow run_command: command in [pytest]"
                - "deny write_file: path in [*.lock]"
            mcp_servers:
              db:
                command: npx
                args: [-y, db-server]
                env: {LEVEL: 3, EMPTY: ""}
              web:
                url: https://example.invalid/mcp
                headers: {Authorization: "Bearer ${TOKEN}"}
            sandbox: on
            tools: both
            python: .venv/bin/python
            env_file: .env
            """);

        Assert.Empty(problems);
        Assert.Equal(
            ("http://127.0.0.1:8080/v1#qwen", ToolsMode.Both, SandboxChoice.On, ".venv/bin/python", ".env"),
            (config.Model, config.Tools, config.Sandbox, config.Python, config.EnvFile));
        Assert.Equal(["mypy", "--strict"], config.Checks.Typecheck!.Words);
        Assert.Equal(["uv", "run", "pytest", "-q", "-k", "not slow"], config.Checks.PytestRun!.Words);
        Assert.Equal(TimeSpan.FromMilliseconds(1_500), config.Checks.Timeout);
        Assert.Equal(["ty server", "pylsp"], config.LanguageServers.Select(server => server.Line));
        Assert.Equal("auto-edit", config.Permissions.Mode);
        Assert.Equal(
            [("allow run_command: command in [pytest]", 11), ("deny write_file: path in [*.lock]", 12)],
            config.Permissions.Rules.Select(rule => (rule.Text, rule.Line)));
        var db = Assert.IsType<McpServerConfig.Program>(config.McpServers[0]);
        Assert.Equal(("db", "npx"), (db.Name, db.Command));
        Assert.Equal(["-y", "db-server"], db.Arguments);
        Assert.Equal([("EMPTY", ""), ("LEVEL", "3")], db.Environment.Select(one => (one.Key, one.Value)).Order());
        var web = Assert.IsType<McpServerConfig.Address>(config.McpServers[1]);
        Assert.Equal(("web", "https://example.invalid/mcp"), (web.Name, web.Url.AbsoluteUri));
        Assert.Equal("Bearer ${TOKEN}", web.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a remark\n")]
    [InlineData("---\n")]
    [InlineData("checks:\nmodel:\n")]
    public void Saying_nothing_is_fine(string text)
    {
        var (config, problems) = ConfigReader.Read(text);

        Assert.Empty(problems);
        Assert.Null(config.Model);
        Assert.Null(config.Checks.Typecheck);
    }

    [Theory]
    [InlineData("modle: router", "line 1: there is no key 'modle'; did you mean model?")]
    [InlineData("model: router\nchecks:\n  typechek: ty\n",
        "line 3: there is no key 'checks.typechek'; did you mean checks.typecheck?")]
    [InlineData("checks: {zzzzzzzzzzz: 1}",
        "line 1: there is no key 'checks.zzzzzzzzzzz'; the keys are checks.typecheck, checks.ruff_check, "
        + "checks.pytest_run, checks.timeout")]
    [InlineData("checks: fast", "line 1: 'checks' should be a mapping of keys and values")]
    [InlineData("model: [a]", "line 1: 'model' should be a text")]
    [InlineData("sandbox: yes", "line 1: 'sandbox' is 'yes'; write one of off, auto, on")]
    [InlineData("checks: {timeout: soon}",
        "line 1: 'checks.timeout' is 'soon'; write seconds, more than 0 and at most 86400")]
    [InlineData("checks: {timeout: 0}",
        "line 1: 'checks.timeout' is '0'; write seconds, more than 0 and at most 86400")]
    [InlineData("checks: {typecheck: \"mypy 'a\"}",
        "line 1: 'checks.typecheck' is not a command line: a single quote is not closed")]
    [InlineData("language_server: [ty server, {a: b}]",
        "line 1: 'language_server' should be a text or a list of texts")]
    [InlineData("permissions: {mode: yolo}",
        "line 1: 'permissions.mode' is 'yolo'; write one of plan, ask, auto-edit, auto")]
    [InlineData("tools: programs", "line 1: 'tools' is 'programs'; write one of code, native, both")]
    [InlineData("mcp_servers:\n  db: {}\n", "line 2: 'mcp_servers.db' needs a command or a url, and not both")]
    [InlineData("mcp_servers: {db: {url: 'file:///etc/passwd'}}",
        "line 1: 'mcp_servers.db' needs a command or a url, and not both")]
    [InlineData("- a\n- b\n", "line 1: the file should be one mapping, such as 'model: router'")]
    [InlineData("router", "line 1: the file should be one mapping, such as 'model: router'")]
    public void A_mistake_is_one_line_that_says_where_and_what(string text, string problem) =>
        Assert.Equal([problem], ConfigReader.Read(text).Problems);

    [Fact]
    public void What_is_right_beside_a_mistake_still_counts()
    {
        var (config, problems) = ConfigReader.Read("model: router\nchecks: {typecheck: ty, timeout: soon}\n");

        Assert.Single(problems);
        Assert.Equal(("router", "ty"), (config.Model, config.Checks.Typecheck!.Line));
    }

    [Theory]
    [InlineData("model: 'a")]
    [InlineData("a: b: c")]
    [InlineData("model: a\nmodel: b\n")]
    [InlineData("a: *nowhere")]
    public void Text_that_is_not_yaml_is_one_line(string text)
    {
        var (config, problems) = ConfigReader.Read(text);

        Assert.Null(config.Model);
        Assert.Contains(": it is not YAML: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Deeply_nested_text_does_not_end_the_process() =>
        Assert.Contains(
            "values are nested too deeply",
            Assert.Single(ConfigReader.Read("model: " + new string('[', 100_000)).Problems),
            StringComparison.Ordinal);
}
