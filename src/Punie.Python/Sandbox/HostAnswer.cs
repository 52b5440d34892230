namespace Punie.Python.Sandbox;

/// <summary>How one host call ended.</summary>
public abstract record HostAnswer
{
    private HostAnswer()
    {
    }

    /// <summary>With a value.</summary>
    /// <param name="Value">What the call gives.</param>
    public sealed record Result(PyValue Value) : HostAnswer;

    /// <summary>With an exception.</summary>
    /// <param name="Error">Raised inside the program.</param>
    public sealed record Failure(HostException Error) : HostAnswer;
}
