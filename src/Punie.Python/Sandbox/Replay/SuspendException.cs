using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Replay;

/// <summary>
/// Unwinds the interpreter when the host asks to save the run. As a stop, never visible to the program.
/// </summary>
internal sealed class SuspendException(PyHostCall call) : Exception("The host suspends the run.")
{
    /// <summary>The call that was not made.</summary>
    internal PyHostCall Call { get; } = call;
}
