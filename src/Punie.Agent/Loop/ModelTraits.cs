namespace Punie.Agent.Loop;

/// <summary>What the loop must know about a model.</summary>
/// <param name="Id">Its name for reports when it does not tell its own.</param>
/// <param name="SingleStep">One reply a turn: what its program prints is the answer. Such a model knows the tools and
/// gets no system text.</param>
public sealed record ModelTraits(string Id, bool SingleStep)
{
    /// <summary>Most tokens of one reply. Default 4,096.</summary>
    public int ReplyTokens { get; init; } = 4_096;

    /// <summary>
    /// How it reaches the tools. A single-step model writes programs. Default <see cref="ToolsMode.Code"/>.
    /// </summary>
    public ToolsMode Tools { get; init; }
}

/// <summary>Bounds of one turn.</summary>
public sealed record TurnLimits
{
    /// <summary>Most replies of the model, 1 or more. Default 12.</summary>
    public int Steps { get; init; } = 12;

    /// <summary>
    /// Most UTF-16 units of program output, or of the results of one reply's calls, in one observation, 2 or more.
    /// Default 16,000.
    /// </summary>
    public int ObservationChars { get; init; } = 16_000;

    /// <summary>Most function calls of one reply that are run, 1 or more. Default 32.</summary>
    public int CallsPerReply { get; init; } = 32;

    /// <summary>Throws when a limit is below its minimum.</summary>
    public TurnLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ObservationChars, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(CallsPerReply, 1);
        return this;
    }
}
