using System.Diagnostics;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Sessions;
using Punie.Agent.Traces;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>What turns are run with.</summary>
/// <param name="Bench">Where programs run.</param>
/// <param name="Model">Who replies.</param>
internal sealed record TurnSetup(Workbench Bench, OpenModel Model)
{
    /// <summary>How results are written.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>Records every event; null without.</summary>
    public TraceRecorder? Recorder { get; init; }

    /// <summary>Keeps the conversation; null when each prompt stands alone.</summary>
    public Session? Session { get; init; }

    /// <summary>What the project asks of agents; null for nothing.</summary>
    public ProjectInstructions? Instructions { get; init; }
}

/// <summary>A prompt as the person typed it and as the model is sent it.</summary>
internal sealed record TurnPrompt(string Typed, string Sent);

/// <summary>Runs a turn in front of a person: shows it, records it, and turns its end into an exit code.</summary>
internal sealed class TurnRunner(ITerminal terminal, TimeProvider clock)
{
    private const string AddMode = "Nothing was written. "
        + "Add --mode auto-edit to write these changes, or answer y in a terminal.";
    private const string OnlyShown = "Nothing was written. "
        + "The model only showed these changes; ask it to write them, or answer y in a terminal.";

    /// <summary>Runs one turn; before it, a session that is too long is compacted.</summary>
    public async Task<int> RunAsync(TurnSetup setup, TurnPrompt prompt, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, clock);
        setup.Bench.Question.BeforeAsking = () =>
        {
            progress.End();
            terminal.ForgetTyped();
        };
        if (setup.Session is { NeedsCompaction: true })
            await CompactAsync(setup, progress, cancellationToken).ConfigureAwait(false);
        var traits = setup.Model.Traits;
        var printer = setup.Format == OutputFormat.Text
            ? new TurnPrinter(new Page(terminal), progress, traits.SingleStep)
            : null;
        printer?.Asking(traits.Id);
        var summary = new TurnSummary(traits.Id);
        var started = clock.GetTimestamp();
        await foreach (var happened in EventsAsync(setup, prompt, cancellationToken).ConfigureAwait(false))
        {
            summary.Add(happened);
            if (setup.Recorder != null)
                await setup.Recorder.RecordAsync(happened, CancellationToken.None).ConfigureAwait(false);
            if (happened is TurnEvent.ProgramProposed proposed && traits.SingleStep) RequireGit(proposed, setup.Bench);
            printer?.Show(happened);
        }

        summary.Duration = clock.GetElapsedTime(started);
        if (printer == null) terminal.Tell(AnswerJson.Answered(summary));
        if (summary.Edits.Any(edit => edit.Outcome is EditOutcome.Refused { By.Kind: DecidedBy.Nobody }))
            terminal.Complain(traits.SingleStep ? AddMode : OnlyShown);
        return Code(summary, traits.SingleStep);
    }

    private async Task CompactAsync(TurnSetup setup, ProgressLine progress, CancellationToken cancellationToken)
    {
        progress.Begin("summarising earlier turns");
        var compaction = new Compaction(setup.Model.Client, setup.Model.Traits) { Tools = setup.Bench.Runner.Tools };
        var report = await compaction.RunAsync(setup.Session!, cancellationToken).ConfigureAwait(false);
        progress.End();
        if (report != null) terminal.Complain(report.ToString());
    }

    // The session hears of every event, also of those that the reader never gets to.
    private static async IAsyncEnumerable<TurnEvent> EventsAsync(
        TurnSetup setup, TurnPrompt prompt,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turn =
            new Turn(setup.Model.Client, setup.Model.Traits, setup.Bench.Runner, new TurnLimits())
            {
                Instructions = setup.Instructions
            };
        var session = setup.Session;
        session?.Begin(prompt.Typed);
        var hasEnded = false;
        try
        {
            await foreach (var happened in turn.RunAsync(session?.Conversation
                ?? new Conversation(), prompt.Sent, cancellationToken)
                .ConfigureAwait(false))
            {
                session?.Record(happened);
                hasEnded |= happened is TurnEvent.Ended;
                yield return happened;
            }
        }
        finally
        {
            if (!hasEnded) session?.Record(new TurnEvent.Ended(TurnEnd.Cancelled, "the turn was given up"));
        }
    }

    // The router cannot go another way, so the person hears at once what is missing.
    private static void RequireGit(TurnEvent.ProgramProposed proposed, Workbench bench)
    {
        var call = proposed.Calls.FirstOrDefault(call => call.Tool.StartsWith("git_", StringComparison.Ordinal));
        if (call != null && !UserFiles.IsInGit(bench.Root))
        {
            throw new UsageException($"{bench.Root} is not a git repository, and the answer needs {call.Tool}");
        }
    }

    private int Code(TurnSummary summary, bool isSingleStep) => summary.End switch
    {
        TurnEnd.Answered when summary.Edits.Any(edit => edit.Outcome is EditOutcome.Failed) => ExitCode.Failed,
        TurnEnd.Answered =>
            isSingleStep && summary.Tools.Any(tool => tool.End.Problem != null) ? ExitCode.Failed : ExitCode.Ok,
        TurnEnd.ProgramFailed or TurnEnd.ProgramStopped => ExitCode.Failed,
        TurnEnd.OutOfSteps or TurnEnd.Repeating or TurnEnd.ConversationFull => Fail(summary.Message!, ExitCode.Failed),
        TurnEnd.ModelFailed => Fail(summary.Message!, ExitCode.NoModel),
        TurnEnd.Cancelled => Fail("cancelled", ExitCode.Cancelled),
        _ => throw new UnreachableException(),
    };

    private int Fail(string message, int code)
    {
        terminal.Complain(message);
        return code;
    }
}
