namespace Punie.Python.Sandbox.Runtime;

/// <summary>What an interpreter thread lends to one run at a time.</summary>
/// <param name="Values">Room for locals, all unbound.</param>
/// <param name="LowestAddress">Where the thread's own stack ends.</param>
internal sealed record InterpreterStack(PyValue[] Values, nint LowestAddress);
