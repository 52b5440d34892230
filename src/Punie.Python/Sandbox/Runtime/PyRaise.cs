using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Carries a Python exception through C# code. Nothing else may be caught by a program.</summary>
internal sealed class PyRaise(PyException value) : Exception
{
    internal PyException Value { get; } = value;
}

/// <summary>
/// Unwinds the interpreter when a limit is reached. Never visible to a program's <c>except</c> or <c>finally</c>.
/// </summary>
internal sealed class StopException(Limit limit) : Exception($"Stopped by the limit {limit}.")
{
    internal Limit Limit { get; } = limit;
}
