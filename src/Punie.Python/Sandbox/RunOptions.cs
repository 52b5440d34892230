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
}
