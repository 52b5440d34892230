namespace Punie.Python.Sandbox;

/// <summary>What a run takes from outside besides its limits.</summary>
public sealed record RunOptions
{
    /// <summary>Seeds <c>random</c>, so that a run can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>The clock behind the time limit, <c>time</c> and <c>datetime.now()</c>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Receives each piece of output as it is printed, on the program's thread.</summary>
    public Action<string>? OnOutput { get; init; }

    /// <summary>
    /// Asked before each host call, on the program's thread: true ends the run there as <see
    /// cref="RunOutcome.Suspended"/>. Null when the run will not be saved, which spares the log of the host's answers.
    /// </summary>
    /// <remarks>
    /// With it, results of host calls are copied on their way to the program, so an argument that a host function
    /// returns is no longer the same object; and the log counts as memory of the program.
    /// </remarks>
    public Func<HostCallRequest, bool>? SuspendBefore { get; init; }
}
