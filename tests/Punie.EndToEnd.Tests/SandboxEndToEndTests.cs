using System.Globalization;
using Punie.Agent.Processes.Confining;

namespace Punie.EndToEnd.Tests;

/// <summary>Commands in the sandbox of the kernel that runs the tests.</summary>
public sealed class SandboxEndToEndTests : IDisposable
{
    // Not in a temporary folder, which is writable in the sandbox.
    // The sandbox lets commands write below the temporary folder, where this copy of Punie may lie itself.
    private readonly string _outside = Path.Combine(
        AppContext.BaseDirectory.StartsWith(Path.GetTempPath(), StringComparison.Ordinal)
            ? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)
            : AppContext.BaseDirectory,
        $".punie-outside-{Guid.NewGuid():N}");
    private readonly string _project = Directory.CreateTempSubdirectory("punie-sandbox-").FullName;

    public SandboxEndToEndTests()
    {
        Assert.SkipUnless(Confinement.IsAvailable, "This kernel has no Landlock: the sandbox is not tested.");
        Directory.CreateDirectory(Path.Combine(_outside, "folder"));
        File.WriteAllText(Path.Combine(_outside, "kept.txt"), "kept");
    }

    public void Dispose()
    {
        Directory.Delete(_project, recursive: true);
        if (Directory.Exists(_outside)) Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public async Task A_command_writes_in_the_workspace_and_in_temporary_folders()
    {
        var temporary = Path.Combine(_project, "..", $"{Path.GetFileName(_project)}-beside");

        var run =
            await CommandAsync(
                $"echo a > a.txt && mkdir b && mv a.txt b/ && echo x > /dev/null && echo y > '{temporary}' && rm "
                + $"'{temporary}'");

        Assert.True(run.Code == 0, run.Error);
        Assert.Equal("a\n",
            await File.ReadAllTextAsync(Path.Combine(_project, "b", "a.txt"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("echo x > new.txt")]
    [InlineData("echo x >> kept.txt")]
    [InlineData("rm kept.txt")]
    [InlineData("mv kept.txt moved.txt")]
    [InlineData("mkdir more")]
    [InlineData("rmdir folder")]
    [InlineData("ln -s kept.txt link")]
    [InlineData("python3 -c \"import os; os.truncate('kept.txt', 0)\"")]
    [InlineData("sh -c 'echo x > new.txt'")]
    public async Task A_command_writes_nowhere_else(string script)
    {
        var run = await CommandAsync($"cd '{_outside}' && {script}");

        Assert.Equal(1, run.Code);
        Assert.Contains("it ran in the sandbox", run.Error, StringComparison.Ordinal);
        Assert.Equal(["folder", "kept.txt"], Directory.GetFileSystemEntries(_outside).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
        Assert.Equal("kept",
            await File.ReadAllTextAsync(Path.Combine(_outside, "kept.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_it_reads_is_not_restricted() =>
        Assert.Equal("kept", (await CommandAsync($"cat '{_outside}/kept.txt'")).Output);

    [Fact]
    public async Task Without_network_there_are_no_sockets_but_local_ones()
    {
        const string Script = """
            import socket
            for family in (socket.AF_INET, socket.AF_INET6):
                for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                    try:
                        socket.socket(family, kind)
                        print("open")
                    except PermissionError:
                        print("refused")
            a, b = socket.socketpair()
            a.send(b"local")
            print(b.recv(5).decode())
            """;
        var program = $"print(run_command('python3', ['-c', {PythonText(Script)}]), end='')";

        var off = await BuiltProgram.RunAsync("run", "-c", program, "--yes", "--sandbox", "on", "--no-network", "-w",
            _project);
        var on = await BuiltProgram.RunAsync("run", "-c", program, "--yes", "--sandbox", "on", "-w", _project);

        Assert.Equal((0, "refused\nrefused\nrefused\nrefused\nlocal\n"), (off.Code, off.Output));
        Assert.EndsWith("local\n", on.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", on.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_starts_as_it_would_without_the_sandbox()
    {
        const string Show =
            "grep SigBlk /proc/self/status; ls /proc/self/fd | wc -l; pwd; printf '<%s>' \"$LANG\" 'é b'";

        var confined = await CommandAsync(Show);
        var free = await CommandAsync(Show, "off");

        Assert.Equal((0, free.Output), (confined.Code, confined.Output));
    }

    [Theory]
    [InlineData("sh", "yes | head -n 1", "y\n")]
    [InlineData("bash", "yes | head -n 1; echo ${PIPESTATUS[0]}", "y\n141\n")]
    public async Task A_program_whose_reader_left_is_ended_by_the_signal(string shell, string script, string output)
    {
        var run = await CommandAsync(script, shell: shell);

        Assert.Equal((0, output, ""), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task A_program_that_the_system_does_not_start_says_so()
    {
        var script = Path.Combine(_project, "broken");
        await File.WriteAllTextAsync(script, "#!/no/such/interpreter\n", TestContext.Current.CancellationToken);
        await BuiltProgram.RunProgramAsync("chmod", "+x", script);

        var run = await BuiltProgram.RunAsync("run", "-c", "run_command('./broken')", "--yes", "--sandbox", "on", "-w",
            _project);

        Assert.EndsWith("OSError: cannot start './broken': No such file or directory\n", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_what_a_confined_command_started()
    {
        var pipe = Path.Combine(_project, "pipe");
        await BuiltProgram.RunProgramAsync("mkfifo", pipe);
        using var process = BuiltProgram.StartInterruptible(
            "run", "-c", "run_command('sh', ['-c', 'exec > pipe; (echo started; sleep 600) & wait'])", "--yes",
            "--sandbox", "on", "-w", _project);
        using var child = new StreamReader(pipe);
        Assert.Equal("started", await child.ReadLineAsync(TestContext.Current.CancellationToken));

        await BuiltProgram.RunProgramAsync("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await child.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private Task<RunResult> CommandAsync(string script, string sandbox = "on", string shell = "sh") =>
        BuiltProgram.RunAsync(
            "run", "-c", $"print(run_command('{shell}', ['-c', {PythonText(script)}]), end='')", "--yes", "--sandbox",
            sandbox, "-w", _project);

    private static string PythonText(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'";
}
