namespace Punie.Python.Sandbox.Runtime;

/// <summary>Carries what a function of the host threw to the caller of the run, past the program.</summary>
internal sealed class HostFault(Exception inner) : Exception("A function of the host failed.", inner)
{
    /// <summary>False for what has a meaning to the sandbox and goes on as it is.</summary>
    internal static bool Is(Exception exception) =>
        exception is not (HostException or OperationCanceledException or StopException or PyRaise
            or Replay.SuspendException or HostFault or SavedRunException);
}
