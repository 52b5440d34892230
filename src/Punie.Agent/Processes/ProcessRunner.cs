using System.ComponentModel;
using System.Diagnostics;

namespace Punie.Agent.Processes;

/// <summary>Runs programs of this machine.</summary>
/// <param name="searchPath">Where programs are looked up, in the form of PATH; also given to the programs.</param>
/// <param name="time">Measures the time limits.</param>
public sealed class ProcessRunner(string searchPath, TimeProvider time) : IProcessRunner, IProcessStarter
{
    private const int FirstSignalCode = 128;
    private const int LastSignal = 31;

    // How long to read on when a child that left the group still holds the pipe.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string? Find(string program, string workingDirectory) =>
        ProgramSearch.Find(program, workingDirectory, searchPath);

    /// <inheritdoc/>
    public async Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Find(request.Program, request.WorkingDirectory) is not { } program)
        {
            return new ProcessOutcome.NotFound(request.Program);
        }

        IReadOnlyList<string> wanted = [program, .. request.Arguments];
        var words = ProcessGroup.Launch(request.Confinement?.Words(wanted) ?? wanted, request.JoinStreams);
        using var process = new Process { StartInfo = StartInfo(words, request.WorkingDirectory, request.Environment) };
        if (StartError(process) is { } reason) return new ProcessOutcome.NotStarted(request.Program, reason);

        process.StandardInput.Close();
        var reading = new Reading(process, request);
        var timedOut = await WaitAsync(process, request.TimeLimit, cancellationToken).ConfigureAwait(false);
        await reading.FinishAsync(DrainTime, time).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();

        return timedOut
            ? new ProcessOutcome.TimedOut(request.TimeLimit, reading.Output)
            : Ended(request.Program, process.ExitCode, reading.Output);
    }

    /// <inheritdoc/>
    public StartOutcome Start(StartRequest request)
    {
        if (Find(request.Program, request.WorkingDirectory) is not { } program)
            return new StartOutcome.NotFound(request.Program);

        var words = ProcessGroup.Launch([program, .. request.Arguments], joined: false);
        var process =
            new Process
            {
                StartInfo = StartInfo(words, request.WorkingDirectory, request.Environment, request.HidesEnvironment)
            };
        if (StartError(process) is not { } reason) return new StartOutcome.Started(new RunningProgram(process, time));

        process.Dispose();
        return new StartOutcome.NotStarted(request.Program, reason);
    }

    // Null when it runs.
    private static string? StartError(Process process)
    {
        try
        {
            process.Start();
            return null;
        }
        catch (Win32Exception e)
        {
            return new Win32Exception(e.NativeErrorCode).Message;
        }
    }

    private ProcessStartInfo StartInfo(
        IReadOnlyList<string> words, string workingDirectory, IReadOnlyDictionary<string, string?> environment,
        bool hides = false)
    {
        var info = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (hides) PlainEnvironment.Reduce(info.Environment);
        info.Environment["PATH"] = searchPath;
        foreach (var (name, value) in environment)
        {
            if (value is null) info.Environment.Remove(name);
            else info.Environment[name] = value;
        }

        return info;
    }

    // True when the time limit ended it. Whatever ended it, nothing of its group is alive afterwards.
    private async Task<bool> WaitAsync(Process process, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException)
        {
            return !cancellationToken.IsCancellationRequested;
        }
        finally
        {
            ProcessGroup.End(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static ProcessOutcome Ended(string program, int code, ProcessOutput output)
    {
        if (code is 126 or 127 && ProcessGroup.LaunchError(output.InOrder) is { } reason)
        {
            return new ProcessOutcome.NotStarted(program, reason);
        }

        return code is > FirstSignalCode and <= FirstSignalCode + LastSignal
            ? new ProcessOutcome.Signalled(code - FirstSignalCode, output)
            : new ProcessOutcome.Exited(code, output);
    }

    /// <summary>Reads both streams while the program runs, so that it never blocks on a full pipe.</summary>
    private sealed class Reading
    {
        private readonly OutputCapture _standardOutput;
        private readonly OutputCapture _standardError;
        private readonly OutputCapture _inOrder;
        private readonly Task _all;

        public Reading(Process process, ProcessRequest request)
        {
            _standardOutput = new OutputCapture(request.OutputBytes);
            _standardError = new OutputCapture(request.OutputBytes);
            _inOrder = new OutputCapture(request.OutputBytes);
            _all = Task.WhenAll(
                CopyAsync(process.StandardOutput.BaseStream, _standardOutput),
                CopyAsync(process.StandardError.BaseStream, _standardError));
        }

        public ProcessOutput Output => new(
            _standardOutput.ToString(),
            _standardError.ToString(),
            _inOrder.ToString(),
            _standardOutput.Truncated || _standardError.Truncated || _inOrder.Truncated);

        public async Task FinishAsync(TimeSpan atMost, TimeProvider time)
        {
            using var drained = new CancellationTokenSource();
            var giveUp = Task.Delay(atMost, time, drained.Token);
            await Task.WhenAny(_all, giveUp).ConfigureAwait(false);
            await drained.CancelAsync().ConfigureAwait(false);
        }

        private async Task CopyAsync(Stream stream, OutputCapture capture)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                int count;
                while ((count = await stream.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
                {
                    capture.Add(buffer.AsSpan(0, count));
                    _inOrder.Add(buffer.AsSpan(0, count));
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The pipe was closed under the reader: there is nothing more to read.
            }
        }
    }
}
