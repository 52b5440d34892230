namespace Punie.Agent.Processes;

/// <summary>Starts programs that run until they are told to stop, such as language servers.</summary>
public interface IProcessStarter
{
    /// <summary>Starts a program without a shell, in a process group of its own.</summary>
    StartOutcome Start(StartRequest request);
}

/// <summary>A program to start.</summary>
public sealed record StartRequest
{
    /// <summary>A name to look up on the search path, or a path.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments, passed on as they are.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Full path of the folder to run in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Variables to set; a null value removes the variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// True to pass on only what every program needs (where things are, who the person is, the language): a program of
    /// a stranger has no business with keys and tokens.
    /// </summary>
    public bool HidesEnvironment { get; init; }
}

/// <summary>What became of a start.</summary>
public abstract record StartOutcome
{
    private protected StartOutcome()
    {
    }

    /// <summary>It runs.</summary>
    public sealed record Started(RunningProgram Program) : StartOutcome;

    /// <summary>There is no such program.</summary>
    public sealed record NotFound(string Program) : StartOutcome;

    /// <summary>The program is there but the system would not start it.</summary>
    public sealed record NotStarted(string Program, string Reason) : StartOutcome;
}
