namespace Punie.Chat.Servers;

/// <summary>What went wrong between us and a model server.</summary>
public enum ModelServerFailure
{
    /// <summary>Nothing answers at the address.</summary>
    Unreachable,

    /// <summary>A time limit was reached.</summary>
    TimedOut,

    /// <summary>The server answered with an error.</summary>
    Refused,

    /// <summary>What answers does not speak the protocol.</summary>
    NotAModelServer,

    /// <summary>The reply broke off.</summary>
    CutOff,

    /// <summary>Another model answered than the one asked for.</summary>
    WrongModel,
}

/// <summary>A model server could not give a reply. The message says what happened, where, and what to do.</summary>
public sealed class ModelServerException : Exception
{
    /// <summary>Makes an error.</summary>
    public ModelServerException(ModelServerFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>The kind of failure.</summary>
    public ModelServerFailure Failure { get; }

    /// <summary>The server's own words; null when it said nothing.</summary>
    public string? ServerMessage { get; init; }
}
