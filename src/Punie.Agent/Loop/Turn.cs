using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.Loop;

/// <summary>
/// From one message of a person to one answer: ask the model, do what it asks for, show it the outcome, again.
/// </summary>
public sealed class Turn
{
    private const string SameProgram =
        "This is the same program with the same outcome as before. Answer now, or do something else.\n";
    private const string SameCalls =
        "\nThese are the same calls with the same results as before. Answer now, or do something else.\n";

    private readonly CodeRunner _runner;
    private readonly ModelTraits _traits;
    private readonly ToolCatalog _tools;
    private readonly TurnLimits _limits;
    private readonly ToolOffer _offer;
    private readonly ModelRequest _request;
    private readonly CodeStep _code;
    private readonly FunctionStep _functions;
    private readonly OfferStep _offers;

    /// <summary>Makes a turn; it can run more than once.</summary>
    /// <param name="model">Who replies.</param>
    /// <param name="traits">What is known about it, and how it reaches the tools.</param>
    /// <param name="runner">Runs its programs and calls.</param>
    /// <param name="limits">Bounds of the turn.</param>
    /// <exception cref="ArgumentException">A single-step model with another way than programs.</exception>
    public Turn(IChatClient model, ModelTraits traits, CodeRunner runner, TurnLimits limits)
    {
        if (traits is { SingleStep: true, Tools: not ToolsMode.Code })
        {
            throw new ArgumentException($"{traits.Id} answers with one program and cannot call functions.",
                nameof(traits));
        }

        (_runner, _traits, _tools, _limits) = (runner, traits, runner.Tools, limits.Checked());
        _offer = new ToolOffer(traits, runner.Tools);
        _request = new ModelRequest(model, _offer);
        _code = new CodeStep(runner, _limits);
        _functions = new FunctionStep(runner, traits.Tools, _limits);
        _offers = new OfferStep(runner.Context, needsPerson: !traits.SingleStep);
    }

    /// <summary>What the project asks of agents; a single-step model gets none.</summary>
    public ProjectInstructions? Instructions { get; init; }

    /// <summary>
    /// Runs the turn. The stream ends with exactly one <see cref="TurnEvent.Ended"/>, also when cancelled.
    /// </summary>
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
                stream.Seen();
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
            _runner.BeginTurn(prompt);
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
        if (_offer.System(Instructions) is { } system) conversation.Instruct(system);
        conversation.Append(new ChatMessage(ChatRole.User, prompt));
    }

    private async Task<TurnEvent.Ended> StepsAsync(
        TurnStream stream, Conversation conversation, CancellationToken cancellationToken)
    {
        var context = new StepContext(stream, conversation, _code, _functions);
        for (var step = 1; step <= _limits.Steps; step++)
        {
            if (conversation.IsFull)
            {
                return new TurnEvent.Ended(TurnEnd.ConversationFull, "The conversation is full; start a new one.");
            }

            var reply = await _request.ReplyAsync(conversation, step, stream, cancellationToken).ConfigureAwait(false);
            if (reply.Failure is { } failure) return new TurnEvent.Ended(TurnEnd.ModelFailed, failure);
            var requests = ReplyRequest.Read(reply.Message, _traits.Tools, _tools);
            if (requests.Count == 0)
                return await AnswerAsync(context, reply.Message, cancellationToken).ConfigureAwait(false);

            conversation.Append(reply.Message);
            if (_traits.SingleStep)
                return await FinishAsync(context, requests[0], cancellationToken).ConfigureAwait(false);
            if (await DoAsync(requests, context with { Step = step }, cancellationToken)
                .ConfigureAwait(false) is { } end) return end;
        }

        return new TurnEvent.Ended(TurnEnd.OutOfSteps, $"Stopped: no answer after {_limits.Steps} steps.");
    }

    // The reply ends the turn; the next one should know what became of the edits that were offered.
    private async Task<TurnEvent.Ended> AnswerAsync(
        StepContext context, ChatMessage reply, CancellationToken cancellationToken)
    {
        var told = "";
        try
        {
            var answer = new TurnEvent.Answer(reply.Text, IsProgramOutput: false);
            told = await AnswerAsync(context.Stream, answer, hasSucceeded: true, cancellationToken)
                .ConfigureAwait(false);
            return new TurnEvent.Ended(TurnEnd.Answered);
        }
        finally
        {
            context.Conversation.Append(told.Length == 0
                ? reply
                : new ChatMessage(ChatRole.Assistant, [.. reply.Contents, new TextContent($"\n\n({told.TrimEnd()})")]));
        }
    }

    // What the model should know about offered edits; empty when there were none.
    private async Task<string> AnswerAsync(
        TurnStream stream, TurnEvent.Answer answer, bool hasSucceeded, CancellationToken cancellationToken)
    {
        var open = await OfferStep.OpenAsync(stream, hasSucceeded, cancellationToken).ConfigureAwait(false);
        await stream.SendAsync(answer, cancellationToken).ConfigureAwait(false);
        return await _offers.SettleAsync(stream, open, cancellationToken).ConfigureAwait(false);
    }

    // Null to go on.
    private static async Task<TurnEvent.Ended?> DoAsync(
        IReadOnlyList<ReplyRequest> requests, StepContext context, CancellationToken cancellationToken)
    {
        var steps = new ReplySteps(requests);
        try
        {
            await steps.RunAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next turn should know what was done before the cancel.
            if (steps.SoFar() is { } done) context.Conversation.Append(done);
            throw;
        }

        var times = context.Repeats.Count(steps.Asked, steps.Outcome);
        var isProgram = requests[^1] is ReplyRequest.Program;
        context.Conversation.Append(steps.ToMessage(times < 2 ? "" : isProgram ? SameProgram : SameCalls));
        return times < 3 ? null : new TurnEvent.Ended(
            TurnEnd.Repeating,
            isProgram ? "Stopped: the model runs the same program with the same outcome again and again."
                : "Stopped: the model makes the same calls with the same results again and again.");
    }

    private async Task<TurnEvent.Ended> FinishAsync(StepContext context, ReplyRequest request,
        CancellationToken cancellationToken)
    {
        if (request is not ReplyRequest.Program program)
        {
            var call = ((ReplyRequest.Function)request).Call;
            return new TurnEvent.Ended(TurnEnd.ProgramFailed, call.Exception?.Message
                ?? $"the model called {call.Name}, which is not a program");
        }

        var ran = await _code.RunAsync(context.Stream, step: 1, program.Source, cancellationToken)
            .ConfigureAwait(false);
        var told = ran.Observation;
        try
        {
            if (ran.Run is { } run)
            {
                var answer = new TurnEvent.Answer(run.ToAnswer(), IsProgramOutput: !run.IsSilent);
                told += await AnswerAsync(context.Stream, answer, run.Outcome is RunOutcome.Finished, cancellationToken)
                    .ConfigureAwait(false);
            }
        }
        finally
        {
            // Another model may take the session over and should know what came out.
            context.Conversation.Append(ReplySteps.Told([(request, told)]));
        }

        return ran.Run?.Outcome switch
        {
            null or RunOutcome.Raised => new TurnEvent.Ended(TurnEnd.ProgramFailed),
            RunOutcome.Stopped => new TurnEvent.Ended(TurnEnd.ProgramStopped),
            RunOutcome.Finished => new TurnEvent.Ended(TurnEnd.Answered),
            _ => throw new UnreachableException(),
        };
    }
}
