using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Punie.EndToEnd.Tests;

/// <summary>The built program on a real pseudo terminal, typed into by Python's pty module.</summary>
public sealed partial class ChatEndToEndTests(Shop shop) : IDisposable
{
    // Types each text once the screen has shown what stands before it, then prints all that the screen was sent.
    private const string Driver = """
        import json, os, pty, select, signal, sys, time, fcntl, termios, struct
        steps = json.loads(sys.argv[1])
        # A shell that starts the tests in the background has them ignore Ctrl-C.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        pid, tty = pty.fork()
        if pid == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.argv[2], sys.argv[2:])
        fcntl.ioctl(tty, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        seen, mark, deadline = b"", 0, time.time() + 600
        def read():
            global seen
            if not select.select([tty], [], [], 1)[0]:
                return True
            try:
                part = os.read(tty, 65536)
            except OSError:
                return False
            seen += part
            return bool(part)
        for wait, text in steps:
            while wait.encode() not in seen[mark:]:
                if time.time() > deadline or not read():
                    sys.stdout.write(seen.decode(errors="replace"))
                    sys.exit(f"never saw {wait!r}")
            mark = seen.index(wait.encode(), mark) + len(wait.encode())
            os.write(tty, text.encode())
        while time.time() < deadline and read():
            pass
        sys.stdout.write(seen.decode(errors="replace"))
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """;

    private readonly string _state = Directory.CreateTempSubdirectory("punie-state-").FullName;

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task A_chat_on_a_terminal_edits_answers_and_keeps_the_session()
    {
        var script = shop.Script("chat.jsonl", """
            {"text": "Answer one.", "expect": "first question"}
            {"text": "Answer two.", "expect": "second\nwith a line"}
            """);

        var screen = await TypeAsync(
            [
                .. Prompt("/help", "firts question\u0017\u0017first question\r"),
                .. Prompt("Answer one.", "second\\\rwith a line\r"),
                .. Prompt("Answer two.", "/sessions\r"),
                .. Prompt("2 turns", "\u0004"),
            ],
            "chat", "--model", script, "-w", shop.Folder);

        Assert.Equal(0, screen.Code);
        Assert.Contains("is kept; punie chat --resume", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_on_a_terminal_the_program_chats()
    {
        var bare = await TypeAsync(Prompt("/help", "/exit\r"));
        var options = await TypeAsync(Prompt("/help", "/exit\r"), "-w", shop.Folder);

        Assert.Equal((0, 0), (bare.Code, options.Code));
    }

    [Fact]
    public async Task Interrupting_stops_the_turn_and_keeps_the_session()
    {
        var script = shop.Script("interrupt.jsonl", """
            {"code": "run_command('sleep 600')"}
            {"text": "Still here.", "expect": "are you there"}
            """);

        var screen = await TypeAsync(
            [
                .. Prompt("/help", "sleep\r"), ("sleep 600", "\u0003"), .. Prompt("cancelled", "are you there?\r"),
                .. Prompt("Still here.", "\u0003"), ("leaves", "\u0003"),
            ],
            "chat", "--yes", "--model", script, "-w", shop.Folder);

        Assert.Equal(0, screen.Code);
        var export = await PunieAsync("sessions", "export", "-w", shop.Folder);
        Assert.Contains("*Ended: Cancelled.*", export.Output, StringComparison.Ordinal);
        Assert.Contains("Still here.", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_permission_is_asked_in_the_chat()
    {
        var script = shop.Script("permission.jsonl", """
            {"code": "print(run_command('echo hello').output)"}
            {"text": "Not done.", "expect": "said no"}
            """);

        var screen = await TypeAsync(
            [.. Prompt("/help", "say hello\r"), ("Allow?", "n\n"), .. Prompt("Not done.", "\u0004")],
            "chat", "--model", script, "-w", shop.Folder);

        Assert.Equal(0, screen.Code);
    }

    [Fact]
    public async Task An_edit_that_was_only_shown_is_offered_and_undone_in_the_chat()
    {
        // A project of its own: other tests look at the shop.
        var project = Directory.CreateDirectory(Path.Combine(_state, "project")).FullName;
        var cart = Path.Combine(project, "cart.py");
        await File.WriteAllTextAsync(cart, "x = 1\n", TestContext.Current.CancellationToken);
        var script = shop.Script("offer.jsonl", """
            {"code": "print(cst_add_import('cart.py', 'import json').modified_source)"}
            {"text": "That is the import."}
            """);

        var screen = await TypeAsync(
            [
                .. Prompt("/help", "import json in the cart\r"), ("cart.py? [y/N]", "y\n"),
                .. Prompt("wrote cart.py", "/undo\r"), .. Prompt("restored", "\u0004"),
            ],
            "chat", "--model", script, "-w", project);

        Assert.Equal(0, screen.Code);
        Assert.Equal("x = 1\n", await File.ReadAllTextAsync(cart, TestContext.Current.CancellationToken));
        Assert.Contains("+import json", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_loses_nothing_but_the_running_turn()
    {
        var script = shop.Script("kill.jsonl", """
            {"text": "Answer one."}
            {"code": "run_command('sleep 600')"}
            """);
        using var process = Start(BuiltProgram.Path, "chat", "--yes", "--model", script, "-w", shop.Folder);
        await process.StandardInput.WriteAsync("first?\nsecond?\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains("sleep 600", StringComparison.Ordinal)) break;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        var export = await PunieAsync("sessions", "export", "-w", shop.Folder);
        Assert.Equal(0, export.Code);
        Assert.Contains("Answer one.", export.Output, StringComparison.Ordinal);
        Assert.Contains("> second?", export.Output, StringComparison.Ordinal);
        Assert.EndsWith("*This turn was cut off.*\n", export.Output, StringComparison.Ordinal);
    }

    // The editor asks for marked pastes when it begins to listen.
    private static (string Wait, string Text)[] Prompt(string after, string text) => [(after, ""), ("\e[?2004h", text)];

    private async Task<RunResult> TypeAsync((string Wait, string Text)[] steps, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs a pseudo terminal");
        var json = $"[{string.Join(",", steps.Select(step => $"[{Json(step.Wait)},{Json(step.Text)}]"))}]";
        using var process = Start("python3", ["-c", Driver, json, BuiltProgram.Path, .. arguments]);
        var (output, error) = await ReadAsync(process);
        Assert.True(!error.Contains("never saw", StringComparison.Ordinal), $"{error}\n{Visible(output)}");
        return new RunResult(process.ExitCode, Visible(output), error);
    }

    private async Task<RunResult> PunieAsync(params string[] arguments)
    {
        using var process = Start(BuiltProgram.Path, arguments);
        var (output, error) = await ReadAsync(process);
        return new RunResult(process.ExitCode, output, error);
    }

    private static async Task<(string Output, string Error)> ReadAsync(Process process)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, await error);
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = shop.Folder,
        };
        start.Environment.Remove("PUNIE_HOME");
        start.Environment["XDG_STATE_HOME"] = _state;
        return Process.Start(start)!;
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static string Visible(string screen) =>
        Sequences().Replace(screen, "").Replace("\r", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\e(\[[0-9;?]*[ -/]*[@-~]|[=>])")]
    private static partial Regex Sequences();
}
