namespace Punie.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The program raised, a limit stopped it, or a tool could not run.</summary>
    public const int Failed = 1;

    /// <summary>The command line or its surroundings are wrong.</summary>
    public const int Usage = 2;

    /// <summary>The model could not be reached.</summary>
    public const int NoModel = 3;

    /// <summary>Cancelled, as shells report SIGINT.</summary>
    public const int Cancelled = 130;
}

/// <summary>Something that the person can put right; printed as one line without a stack.</summary>
internal sealed class UsageException(string message) : Exception(message);
