using Punie.Agent.Processes.Confining;

namespace Punie.Agent.Processes;

/// <summary>Starts programs without a shell and always ends them with everything that they started.</summary>
public interface IProcessRunner
{
    /// <summary>Full path of a program, or null when there is none.</summary>
    /// <param name="program">A name to look up on the search path, or a path.</param>
    /// <param name="workingDirectory">What a path with a separator is relative to.</param>
    string? Find(string program, string workingDirectory);

    /// <summary>Runs a program to its end, its time limit or the cancellation.</summary>
    /// <exception cref="OperationCanceledException">Cancelled by the caller; the process group is dead by
    /// then.</exception>
    Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken);
}

/// <summary>A program to start.</summary>
public sealed record ProcessRequest
{
    /// <summary>A name to look up on the search path, or a path.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments, passed on as they are.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Full path of the folder to run in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Longest run time.</summary>
    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Variables to set; a null value removes the variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Most bytes kept of each stream: the first and the last half. Default 32 MiB.</summary>
    public int OutputBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// Sends both streams through one pipe, so that their order is exact.
    /// <see cref="ProcessOutput.StandardError"/> is then empty.
    /// </summary>
    public bool JoinStreams { get; init; }

    /// <summary>What the system keeps the program from doing; null for nothing.</summary>
    public Confinement? Confinement { get; init; }
}

/// <summary>What a program printed, as UTF-8 with invalid bytes replaced.</summary>
/// <param name="StandardOutput">Its standard output.</param>
/// <param name="StandardError">Its standard error; empty when the streams were joined.</param>
/// <param name="InOrder">Both, in the order of arrival; exact only when the streams were joined.</param>
/// <param name="Truncated">Something was left out; the texts say where and how much.</param>
public sealed record ProcessOutput(string StandardOutput, string StandardError, string InOrder, bool Truncated)
{
    /// <summary>Nothing printed.</summary>
    public static ProcessOutput Empty { get; } = new("", "", "", Truncated: false);
}

/// <summary>How a run ended.</summary>
public abstract record ProcessOutcome
{
    private protected ProcessOutcome()
    {
    }

    /// <summary>The program ended by itself.</summary>
    public sealed record Exited(int Code, ProcessOutput Output) : ProcessOutcome;

    /// <summary>A signal ended the program.</summary>
    public sealed record Signalled(int Signal, ProcessOutput Output) : ProcessOutcome;

    /// <summary>The time limit ended it.</summary>
    public sealed record TimedOut(TimeSpan Limit, ProcessOutput Output) : ProcessOutcome;

    /// <summary>There is no such program.</summary>
    public sealed record NotFound(string Program) : ProcessOutcome;

    /// <summary>The program is there but the system would not start it.</summary>
    public sealed record NotStarted(string Program, string Reason) : ProcessOutcome;
}
