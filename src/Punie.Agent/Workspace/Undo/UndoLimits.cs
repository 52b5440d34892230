namespace Punie.Agent.Workspace.Undo;

/// <summary>How much is kept to be undone, for one workspace. What is over it goes, oldest turn first.</summary>
public sealed record UndoLimits
{
    /// <summary>Most turns that wrote something. Default 100.</summary>
    public int Turns { get; init; } = 100;

    /// <summary>Most bytes of all snapshots; a file that is larger cannot be replaced. Default 512 MiB.</summary>
    public long Bytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>The limits themselves, once they make sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is below 1.</exception>
    public UndoLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Turns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Bytes, 1);
        return this;
    }
}
