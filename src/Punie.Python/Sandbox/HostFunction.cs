namespace Punie.Python.Sandbox;

/// <summary>A function of the host that a program may call by name.</summary>
/// <param name="name">What the program calls it.</param>
/// <param name="parameters">In order; each may be given by position or by name.</param>
/// <param name="call">What runs. It may complete synchronously; the program's thread waits for it otherwise.</param>
public sealed class HostFunction(string name, IReadOnlyList<HostParameter> parameters, HostCall call)
{
    /// <summary>What the program calls it.</summary>
    public string Name { get; } = name;

    /// <summary>In order.</summary>
    public IReadOnlyList<HostParameter> Parameters { get; } = parameters;

    /// <summary>What runs.</summary>
    public HostCall Call { get; } = call;

    /// <summary>
    /// True for <c>async def</c>: a call gives an awaitable, and <c>asyncio.gather</c> starts several together.
    /// </summary>
    public bool IsAsync { get; init; }
}

/// <summary>One parameter of a host function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Null when the argument is required.</param>
public sealed record HostParameter(string Name, PyValue? Default = null);

/// <summary>The host's side of a call. Throw <see cref="HostException"/> to raise inside the program.</summary>
public delegate ValueTask<PyValue> HostCall(HostArguments arguments, CancellationToken cancellationToken);

/// <summary>Arguments bound to the parameters, defaults filled in.</summary>
public readonly struct HostArguments
{
    private readonly PyValue[] _values;

    internal HostArguments(PyValue[] values) => _values = values;

    /// <summary>Number of parameters.</summary>
    public int Count => _values.Length;

    /// <summary>The value of the parameter at this position.</summary>
    public PyValue this[int index] => _values[index];
}

/// <summary>Thrown by a <see cref="HostCall"/> to raise a Python exception in the program.</summary>
/// <param name="pythonType">Built-in type name, for example <c>FileNotFoundError</c>; an unknown one becomes
/// <c>RuntimeError</c>.</param>
/// <param name="message">Shown to the program as it is.</param>
public sealed class HostException(string pythonType, string message) : Exception(message)
{
    /// <summary>The Python type's name.</summary>
    public string PythonType { get; } = pythonType;
}
