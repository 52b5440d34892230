using Punie.Agent.Tools;

namespace Punie.Cli.Tests;

/// <summary>Whether commands run confined, on a system that cannot do it.</summary>
public sealed class SandboxTests
{
    private const string Cannot = "this system cannot confine commands (Linux 5.13 or newer with Landlock can)";
    private const string TwoCommands = "print(run_command('printf one'), run_command('printf two'))";

    [Theory]
    [InlineData("sandbox: auto")]
    [InlineData("", "--sandbox", "auto")]
    [InlineData("sandbox: on", "--sandbox", "auto")]
    [InlineData("sandbox: auto", "--no-network")]
    public async Task Auto_says_once_that_commands_run_as_they_are(string config, params string[] options)
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", config);

        Assert.Equal(0, await bench.RunAsync(["run", "-c", TwoCommands, "--yes", .. options]));

        Assert.Equal(("one two\n", $"punie: {Cannot}; they run as they are\n"), (bench.Output, bench.Error));
    }

    [Fact]
    public async Task On_refuses_with_one_line()
    {
        using var bench = new CliBench();

        Assert.Equal(2, await bench.RunAsync("run", "-c", TwoCommands, "--yes", "--sandbox", "on"));

        Assert.Equal(
            ("", $"punie: {Cannot}; start punie with --sandbox off or auto\n"), (bench.Output, bench.Error));
    }

    [Fact]
    public async Task On_in_the_projects_file_refuses_and_names_the_file()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "sandbox: on\n");

        Assert.Equal(2, await bench.RunAsync("run", "-c", TwoCommands, "--yes"));

        Assert.Equal(
            $"punie: .punie/config says 'sandbox: on', but {Cannot}; start punie with --sandbox off or auto\n",
            bench.Error);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_file()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "sandbox: on\n");

        Assert.Equal(0, await bench.RunAsync("run", "-c", TwoCommands, "--yes", "--sandbox", "off"));

        Assert.Equal(("one two\n", ""), (bench.Output, bench.Error));
    }

    [Fact]
    public async Task What_only_looks_at_a_project_needs_no_sandbox()
    {
        using var bench = new CliBench();
        bench.Write(".punie/config", "sandbox: on\n");

        Assert.Equal(0, await bench.RunAsync("tools"));

        Assert.Contains(BuiltInTools.Create().Tools[0].Name, bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_is_asked_only_when_a_sandbox_is_wanted()
    {
        using var bench = new CliBench { CanConfine = () => throw new InvalidOperationException("It was asked.") };

        Assert.Equal(0, await bench.RunAsync("run", "-c", TwoCommands, "--yes"));
    }

    [Fact]
    public async Task No_network_without_a_sandbox_is_a_mistake()
    {
        using var bench = new CliBench();

        Assert.Equal(2, await bench.RunAsync("run", "-c", TwoCommands, "--yes", "--no-network"));

        Assert.Equal("punie: --no-network needs --sandbox on or --sandbox auto\n", bench.Error);
    }
}
