using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Suspension;

/// <summary>Runs a program in one piece, or saved and loaded before each of its host calls.</summary>
internal sealed class Broken(IReadOnlyList<HostFunction> functions, SandboxLimits? limits = null)
{
    private readonly SandboxLimits _limits = limits ?? Programs.Generous;

    /// <summary>Everything that the receiver of output got, in all pieces together.</summary>
    internal StringBuilder Sent { get; } = new();

    /// <summary>How often the run was saved.</summary>
    internal int Saves { get; private set; }

    internal int Seed { get; init; } = 7;

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    internal RunOutcome Whole(string source) =>
        SandboxProgram.Compile(source, functions, _limits).Run(Options(null), TestContext.Current.CancellationToken);

    internal RunOutcome Pieces(string source)
    {
        var program = SandboxProgram.Compile(source, functions, _limits);
        while (true)
        {
            var outcome = program.Run(Options(_ => true), TestContext.Current.CancellationToken);
            if (outcome is not RunOutcome.Suspended suspended) return outcome;
            Saves++;
            program = SandboxProgram.Resume(SavedRun.Load(suspended.Saved.ToBytes(), _limits), functions);
        }
    }

    /// <summary>Runs to the first host call that the host wants to save at.</summary>
    internal SavedRun Save(string source, Func<HostCallRequest, bool> when)
    {
        var outcome = SandboxProgram.Compile(source, functions, _limits)
            .Run(Options(when), TestContext.Current.CancellationToken);
        return Assert.IsType<RunOutcome.Suspended>(outcome).Saved;
    }

    internal RunOptions Options(Func<HostCallRequest, bool>? suspendBefore) =>
        new() { Seed = Seed, Clock = Clock, OnOutput = text => Sent.Append(text), SuspendBefore = suspendBefore };
}

/// <summary>A clock whose date moves a second at each look, and whose running time moves when told.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _seconds;

    internal long Running { get; set; }

    public override long TimestampFrequency => 1_000;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero).AddSeconds(_seconds++);

    public override long GetTimestamp() => Running;

    /// <summary>A timer that never rings: what is due is found when the program looks at the clock.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() { }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
