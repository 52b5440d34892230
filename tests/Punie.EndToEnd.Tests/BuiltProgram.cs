using System.Diagnostics;

namespace Punie.EndToEnd.Tests;

/// <summary>What a run of the built program left behind.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record RunResult(int Code, string Output, string Error);

/// <summary>Starts the built program as a person would, over pipes.</summary>
internal static class BuiltProgram
{
    public static string Repository { get; } = FindRoot();

    public static string Path { get; } = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(AppContext.BaseDirectory, "..", "..", "Punie.Cli",
            System.IO.Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "punie"));

    public static Task<RunResult> RunAsync(params string[] arguments) => RunProgramAsync(Path, arguments);

    public static async Task<RunResult> RunProgramAsync(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new RunResult(process.ExitCode, await output, await error);
    }

    public static Process StartPunie(params string[] arguments) => Start(Path, arguments);

    public static Process StartProgram(string program, params string[] arguments) => Start(program, arguments);

    /// <summary>
    /// Starts the program so that it hears an interrupt, also when the tests run in the background of a shell.
    /// </summary>
    public static Process StartInterruptible(params string[] arguments) => Start(
        "python3",
        [
            "-c", "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])",
            Path, .. arguments,
        ]);

    private static Process Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository,
        };
        // The test runner's own variables must not change what the program does.
        start.Environment.Remove("PUNIE_HOME");
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Punie.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
