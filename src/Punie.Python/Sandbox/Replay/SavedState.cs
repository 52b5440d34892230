namespace Punie.Python.Sandbox.Replay;

/// <summary>What a saved run consists of.</summary>
internal sealed record SavedState
{
    internal required string Source { get; init; }

    internal required SandboxLimits Limits { get; init; }

    internal required int Seed { get; init; }

    internal required TimeSpan TimeUsed { get; init; }

    /// <summary>The program's running time in nanoseconds, see <see cref="JournalClock"/>.</summary>
    internal required long Running { get; init; }

    internal required string Output { get; init; }

    /// <summary>Entries as <see cref="Journal"/> wrote them.</summary>
    internal required ReadOnlyMemory<byte> Log { get; init; }

    /// <summary>Answers that came while the run was being saved.</summary>
    internal required ReadOnlyMemory<byte> Late { get; init; }

    /// <summary>The function of the call that comes next.</summary>
    internal required string Function { get; init; }

    internal required IReadOnlyList<string> Arguments { get; init; }

    internal required long Digest { get; init; }

    internal required int HostCalls { get; init; }
}
