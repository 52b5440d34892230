using System.Diagnostics;

namespace Punie.Agent.Permissions;

/// <summary>What a person said about a program as a whole.</summary>
public abstract record ProgramAnswer
{
    private protected ProgramAnswer()
    {
    }

    /// <summary>The answer in one word, as traces and sessions write it.</summary>
    public string Name => this switch
    {
        RunAll => "allowed",
        AskEach => "each",
        Reject => "refused",
        _ => throw new UnreachableException(),
    };

    /// <summary>The person's own words; null without.</summary>
    public string? Words => this is Reject { Reason: { } reason } && !string.IsNullOrWhiteSpace(reason)
        ? reason.Trim()
        : null;

    /// <summary>Every effect that was shown may happen, this once.</summary>
    public sealed record RunAll : ProgramAnswer;

    /// <summary>Each effect is to be asked about when the program comes to it.</summary>
    public sealed record AskEach : ProgramAnswer;

    /// <summary>None of its effects may happen.</summary>
    /// <param name="Reason">The person's own words for the model; null without.</param>
    public sealed record Reject(string? Reason) : ProgramAnswer
    {
        /// <summary>The refusal that the model reads.</summary>
        internal PermissionDecision.Denied ToDecision() => new(
            string.IsNullOrWhiteSpace(Reason)
                ? "the person said no to the whole program"
                : $"the person said no to the whole program: {Reason.Trim()}",
            Decider.Person);
    }
}
