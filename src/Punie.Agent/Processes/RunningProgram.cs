using System.Diagnostics;

namespace Punie.Agent.Processes;

/// <summary>A program that talks over its streams. Disposing ends it with everything that it started.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private const int ErrorBytes = 8 * 1024;

    // How long to read on when a child that left the group still holds the pipe.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly OutputCapture _errors = new(ErrorBytes);
    private readonly Task _readingErrors;

    internal RunningProgram(Process process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        Id = process.Id;
        Input = process.StandardInput.BaseStream;
        Output = process.StandardOutput.BaseStream;
        _readingErrors = ReadErrorsAsync();
        Exited = WaitAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id { get; }

    /// <summary>What is written here, the program reads.</summary>
    public Stream Input { get; }

    /// <summary>What the program writes.</summary>
    public Stream Output { get; }

    /// <summary>
    /// The exit code, once the program and everything in its group has ended; 128 and more for a signal.
    /// </summary>
    public Task<int> Exited { get; }

    /// <summary>The beginning and the end of what it said on its standard error.</summary>
    public string Errors => _errors.ToString();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted) ProcessGroup.End(_process);
        await Exited.ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);

        // A child of the program would keep the pipes open, and a reader would wait for ever.
        ProcessGroup.End(_process);
        using var drained = new CancellationTokenSource();
        await Task.WhenAny(_readingErrors, Task.Delay(DrainTime, _time, drained.Token)).ConfigureAwait(false);
        await drained.CancelAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }

    private async Task ReadErrorsAsync()
    {
        var buffer = new byte[ErrorBytes];
        try
        {
            int count;
            var stream = _process.StandardError.BaseStream;
            while ((count = await stream.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false)) > 0)
            {
                _errors.Add(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The pipe was closed under the reader: there is nothing more to read.
        }
    }
}
