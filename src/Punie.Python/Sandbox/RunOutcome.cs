namespace Punie.Python.Sandbox;

/// <summary>How one run ended. Closed: a switch over the five cases is complete.</summary>
public abstract record RunOutcome
{
    private protected RunOutcome(string output) => Output = output;

    /// <summary>What <c>print</c> wrote, whatever the end was.</summary>
    public string Output { get; }

    /// <summary>The program ran to its end.</summary>
    public sealed record Finished(string Output) : RunOutcome(Output);

    /// <summary>The program raised and did not catch, or is not valid Python.</summary>
    /// <param name="Error">Safe to show to a model.</param>
    /// <param name="Output">What was printed before.</param>
    public sealed record Raised(ScriptError Error, string Output) : RunOutcome(Output)
    {
        /// <summary>
        /// Set when the sandbox itself failed, which the program sees as a <c>SystemError</c> that it cannot catch: a
        /// defect to report.
        /// </summary>
        public Exception? Fault { get; init; }
    }

    /// <summary>A limit was reached. The program can neither see nor catch this.</summary>
    /// <param name="Limit">Which limit.</param>
    /// <param name="Output">What was printed before.</param>
    public sealed record Stopped(Limit Limit, string Output) : RunOutcome(Output);

    /// <summary>
    /// <see cref="RunOptions.SuspendBefore"/> asked for it. As at a stop, the program runs no further, <c>finally</c>
    /// neither.
    /// </summary>
    /// <param name="Saved">Everything needed to go on.</param>
    /// <param name="Output">What was printed so far.</param>
    public sealed record Suspended(SavedRun Saved, string Output) : RunOutcome(Output);

    /// <summary>The caller cancelled.</summary>
    public sealed record Cancelled(string Output) : RunOutcome(Output);
}
