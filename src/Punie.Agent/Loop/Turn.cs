using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Python.Sandbox;

namespace Punie.Agent.Loop;

/// <summary>From one message of a person to one answer: ask the model, run its program, show it the output, again.</summary>
/// <param name="model">Who replies.</param>
/// <param name="traits">What is known about it.</param>
/// <param name="runner">Runs its programs.</param>
/// <param name="limits">Bounds of the turn.</param>
public sealed class Turn(IChatClient model, ModelTraits traits, CodeRunner runner, TurnLimits limits)
{
    private const string ToldOnce =
        "This is the same program with the same outcome as before. Answer now, or do something else.\n";

    private readonly TurnLimits _limits = limits.Checked();

    /// <summary>What the project asks of agents; a single-step model gets none.</summary>
    public ProjectInstructions? Instructions { get; init; }

    /// <summary>Runs the turn. The stream ends with exactly one <see cref="TurnEvent.Ended"/>, also when cancelled.</summary>
    /// <param name="conversation">Grows by this turn's messages.</param>
    /// <param name="prompt">What the person said.</param>
    /// <param name="cancellationToken">Cancels the model, the program and what the program started.</param>
    public async IAsyncEnumerable<TurnEvent> RunAsync(
        Conversation conversation, string prompt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stream = new TurnStream();
        var work = ProduceAsync(stream, conversation, prompt, abandoned.Token);
        try
        {
            // The events that follow a cancel still belong to the reader, so the token is not given to it.
            await foreach (var happened in stream.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return happened;
            }
        }
        finally
        {
            // A reader that stops early must not leave a program running, nor a writer waiting for room.
            await abandoned.CancelAsync().ConfigureAwait(false);
            await stream.DrainAsync().ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
    }

    private async Task ProduceAsync(
        TurnStream stream, Conversation conversation, string prompt, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            var end = await ProduceOrCancelAsync(stream, conversation, prompt, cancellationToken).ConfigureAwait(false);
            await stream.SendAsync(end, CancellationToken.None).ConfigureAwait(false);
            stream.Complete(null);
        }
#pragma warning disable CA1031 // a defect must reach the reader, who would wait for ever otherwise
        catch (Exception defect)
#pragma warning restore CA1031
        {
            stream.Complete(defect);
        }
    }

    private async Task<TurnEvent.Ended> ProduceOrCancelAsync(
        TurnStream stream, Conversation conversation, string prompt, CancellationToken cancellationToken)
    {
        var end = new TurnEvent.Ended(TurnEnd.Cancelled);
        try
        {
            Open(conversation, prompt);
            end = await StepsAsync(stream, conversation, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was said and done before the cancel stays in the conversation.
        }

        TurnClosing.Close(conversation, end.End);
        return end;
    }

    private void Open(Conversation conversation, string prompt)
    {
        if (!traits.SingleStep) conversation.Instruct(CodePrompt.System(runner.Tools, Instructions));
        conversation.Append(new ChatMessage(ChatRole.User, prompt));
    }

    private async Task<TurnEvent.Ended> StepsAsync(
        TurnStream stream, Conversation conversation, CancellationToken cancellationToken)
    {
        var repeats = new RepeatWatch();
        for (var step = 1; step <= _limits.Steps; step++)
        {
            if (conversation.IsFull)
            {
                return new TurnEvent.Ended(TurnEnd.ConversationFull, "The conversation is full; start a new one.");
            }

            var asked = new ModelRequest(model, traits);
            var reply = await asked.ReplyAsync(conversation, step, stream, cancellationToken).ConfigureAwait(false);
            if (reply.Failure is { } failure) return new TurnEvent.Ended(TurnEnd.ModelFailed, failure);
            conversation.Append(reply.Message);
            if (ProgramExtraction.From(reply.Message, runner.Tools) is not { } program)
            {
                await stream.SendAsync(new TurnEvent.Answer(reply.Message.Text, IsProgramOutput: false), cancellationToken).ConfigureAwait(false);
                return new TurnEvent.Ended(TurnEnd.Answered);
            }

            var ran = await RunAsync(stream, step, program.Source, cancellationToken).ConfigureAwait(false);
            if (traits.SingleStep)
            {
                // Another model may take the session over and should know what came out.
                conversation.Append(Observation(program, ran.Observation));
                return await FinishAsync(stream, ran, cancellationToken).ConfigureAwait(false);
            }

            var times = repeats.Count(program.Source, ran.Observation);
            if (times > 2)
            {
                return new TurnEvent.Ended(TurnEnd.Repeating, "Stopped: the model runs the same program with the same outcome again and again.");
            }

            conversation.Append(Observation(program, times == 2 ? ran.Observation + ToldOnce : ran.Observation));
        }

        return new TurnEvent.Ended(TurnEnd.OutOfSteps, $"Stopped: no answer after {_limits.Steps} steps.");
    }

    private static ChatMessage Observation(ExtractedProgram program, string text) => program.CallId is { } call
        ? new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call, text)])
        : new ChatMessage(ChatRole.User, $"Output of the program:\n{text}");

    private async Task<ProgramRun> RunAsync(
        TurnStream stream, int step, string source, CancellationToken cancellationToken)
    {
        var facts = ProgramAnalysis.Analyze(source, runner.Tools);
        await stream.SendAsync(new TurnEvent.ProgramProposed(step, source, facts.Calls), cancellationToken).ConfigureAwait(false);
        if (facts.Problems.Count > 0)
        {
            await stream.SendAsync(new TurnEvent.ProgramRejected(facts.Problems), cancellationToken).ConfigureAwait(false);
            return new ProgramRun(null, $"The program was not run:\n{string.Join('\n', facts.Problems.Take(10))}\n");
        }

        var run = await runner.RunAsync(source, stream, cancellationToken).ConfigureAwait(false);
        switch (run.Outcome)
        {
            case RunOutcome.Raised raised:
                await stream.SendAsync(new TurnEvent.ProgramRaised(raised.Error), cancellationToken).ConfigureAwait(false);
                break;
            case RunOutcome.Stopped stopped:
                var message = CodeRun.Describe(stopped.Limit, runner.Limits);
                await stream.SendAsync(new TurnEvent.ProgramStopped(stopped.Limit, message), cancellationToken).ConfigureAwait(false);
                break;
            case RunOutcome.Cancelled:
                throw new OperationCanceledException(cancellationToken);
        }

        return new ProgramRun(run, run.ToObservation(_limits.ObservationChars, runner.Limits));
    }

    private static async Task<TurnEvent.Ended> FinishAsync(
        TurnStream stream, ProgramRun ran, CancellationToken cancellationToken)
    {
        if (ran.Run is { } run)
        {
            await stream.SendAsync(new TurnEvent.Answer(run.Outcome.Output, IsProgramOutput: true), cancellationToken).ConfigureAwait(false);
        }

        return ran.Run?.Outcome switch
        {
            null or RunOutcome.Raised => new TurnEvent.Ended(TurnEnd.ProgramFailed),
            RunOutcome.Stopped => new TurnEvent.Ended(TurnEnd.ProgramStopped),
            RunOutcome.Finished => new TurnEvent.Ended(TurnEnd.Answered),
            _ => throw new UnreachableException(),
        };
    }

    private sealed record ProgramRun(CodeRun? Run, string Observation);
}
