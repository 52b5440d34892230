namespace Punie.Python.Sandbox;

/// <summary>A host call that a program is about to make.</summary>
/// <param name="Function">The host function's name.</param>
/// <param name="Arguments">Bound to its parameters.</param>
/// <param name="Number">1 for the first host call of the run.</param>
public readonly record struct HostCallRequest(string Function, HostArguments Arguments, int Number);
