namespace Punie.Python.Sandbox;

/// <summary>What one run may spend before it is stopped.</summary>
/// <remarks>Every limit is required: "unlimited" cannot be spelled by leaving one out.</remarks>
public sealed record SandboxLimits
{
    /// <summary>Loop rounds, calls and units of native work, 1 or more. Counted exactly.</summary>
    public required long Steps { get; init; }

    /// <summary>Time from the start of compilation, above zero. Sampled.</summary>
    public required TimeSpan WallTime { get; init; }

    /// <summary>
    /// Bytes of live script values, 1 or more. Checked before large allocations, sampled for small ones.
    /// </summary>
    public required long Bytes { get; init; }

    /// <summary>Nested calls, 1 or more; one more raises Python's <c>RecursionError</c>.</summary>
    public required int CallDepth { get; init; }

    /// <summary>UTF-16 units that <c>print</c> may write, 0 or more.</summary>
    public required int OutputChars { get; init; }

    /// <summary>Calls of host functions, 0 or more.</summary>
    public required int HostCalls { get; init; }

    /// <summary>UTF-16 units of source text, 1 or more.</summary>
    public required int SourceChars { get; init; }

    /// <summary>Nested brackets, blocks and operators in the source text, 1 or more.</summary>
    public required int Nesting { get; init; }

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> when a limit is below its minimum.</summary>
    public SandboxLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(WallTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(CallDepth, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(OutputChars);
        ArgumentOutOfRangeException.ThrowIfNegative(HostCalls);
        ArgumentOutOfRangeException.ThrowIfLessThan(SourceChars, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Nesting, 1);
        return this;
    }
}

/// <summary>
/// The limits that stop a run. A call depth above its limit is Python's <c>RecursionError</c> instead.
/// </summary>
public enum Limit
{
    /// <summary>See <see cref="SandboxLimits.Steps"/>.</summary>
    Steps,

    /// <summary>See <see cref="SandboxLimits.WallTime"/>.</summary>
    WallTime,

    /// <summary>See <see cref="SandboxLimits.Bytes"/>.</summary>
    Bytes,

    /// <summary>See <see cref="SandboxLimits.OutputChars"/>.</summary>
    Output,

    /// <summary>See <see cref="SandboxLimits.HostCalls"/>.</summary>
    HostCalls,

    /// <summary>See <see cref="SandboxLimits.SourceChars"/>.</summary>
    Source,

    /// <summary>See <see cref="SandboxLimits.Nesting"/>.</summary>
    Nesting,
}
