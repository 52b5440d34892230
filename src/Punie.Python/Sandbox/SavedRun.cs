using Punie.Python.Sandbox.Replay;

namespace Punie.Python.Sandbox;

/// <summary>
/// A run that was stopped before a host call. Continue it with <see cref="SandboxProgram.Resume"/>, as often as wanted.
/// </summary>
/// <remarks>
/// It holds the source, the limits, the seed and what the host answered, and is continued by running the program again
/// with those answers. Steps, output and host calls made so far count on. Of the wall time, what was used before counts
/// on; the time while it was saved does not, and the replay has an allowance of its own as long as the whole limit.
/// </remarks>
public sealed class SavedRun
{
    internal SavedRun(SavedState state) => State = state;

    /// <summary>The program.</summary>
    public string Source => State.Source;

    /// <summary>The limits of the whole run, before and after.</summary>
    public SandboxLimits Limits => State.Limits;

    /// <summary>What was printed so far.</summary>
    public string Output => State.Output;

    /// <summary>The host function whose call comes next.</summary>
    public string Function => State.Function;

    /// <summary>The arguments of that call, each as <see cref="PyValue.Repr"/> shows it.</summary>
    public IReadOnlyList<string> Arguments => State.Arguments;

    /// <summary>Host calls made so far.</summary>
    public int HostCalls => State.HostCalls;

    /// <summary>Wall time used so far.</summary>
    public TimeSpan TimeUsed => State.TimeUsed;

    internal SavedState State { get; }

    /// <summary>The run as bytes, to be loaded by any process with the same version of this library.</summary>
    public byte[] ToBytes() => SavedRunFormat.Write(State);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">They carry a checksum but no signature: who can write them can choose the program.</param>
    /// <param name="most">What the run may ask for at most; also bounds what is read.</param>
    /// <exception cref="SavedRunException">The bytes are damaged, of another version, or ask for too much.</exception>
    public static SavedRun Load(ReadOnlySpan<byte> bytes, SandboxLimits most) =>
        new(SavedRunFormat.Read(bytes, most.Checked()));
}
