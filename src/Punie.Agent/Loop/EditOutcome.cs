using Punie.Agent.Permissions;

namespace Punie.Agent.Loop;

/// <summary>What became of an edit that a call only showed.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <summary>The files have the new text.</summary>
    /// <param name="By">Who allowed it.</param>
    public sealed record Written(Decider By) : EditOutcome;

    /// <summary>It was not allowed.</summary>
    /// <param name="By">Who did not.</param>
    /// <param name="Reason">In words for the model.</param>
    public sealed record Refused(Decider By, string Reason) : EditOutcome;

    /// <summary>It could not be written, as when a file has changed meanwhile.</summary>
    /// <param name="Reason">Why, in one line.</param>
    public sealed record Failed(string Reason) : EditOutcome;

    /// <summary>
    /// It was not offered: the program failed, wrote the file itself, or made another edit in its place.
    /// </summary>
    public sealed record Withdrawn : EditOutcome;
}
