using Microsoft.Extensions.AI;

namespace Punie.Agent.Loop;

/// <summary>Does what a reply asks for, in its order, and keeps what the model reads about each part.</summary>
/// <param name="requests">What the reply asks for; not empty.</param>
internal sealed class ReplySteps(IReadOnlyList<ReplyRequest> requests)
{
    private readonly string?[] _told = new string?[requests.Count];

    /// <summary>All of what the model reads; empty parts were not reached.</summary>
    public string Outcome => string.Join('\n', _told);

    /// <summary>What the reply asks for, as one text: the same text is the same request.</summary>
    public string Asked => string.Join('\n', requests.Select(request => request switch
    {
        ReplyRequest.Program program => program.Source,
        ReplyRequest.Function { Call: var call } => call.Name + Arguments(call),
        _ => "",
    }));

    /// <summary>Runs everything; functions that stand together run as one batch.</summary>
    public async Task RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        for (var start = 0; start < requests.Count;)
        {
            if (requests[start] is ReplyRequest.Program program)
            {
                var ran = await context.Code.RunAsync(context.Stream, context.Step, program.Source, cancellationToken)
                    .ConfigureAwait(false);
                _told[start++] = ran.Observation;
                continue;
            }

            var functions = requests.Skip(start).TakeWhile(request => request is ReplyRequest.Function)
                .Cast<ReplyRequest.Function>().ToList();
            var told = new string?[functions.Count];
            try
            {
                await context.Functions.RunAsync(context.Stream, context.Step, functions, told, cancellationToken)
                    .ConfigureAwait(false);
            }
            finally
            {
                told.CopyTo(_told, start);
            }

            start += functions.Count;
        }
    }

    /// <summary>The message that goes back to the model once everything has run.</summary>
    /// <param name="added">Said at the end; empty for nothing.</param>
    public ChatMessage ToMessage(string added) => Told(
        [.. requests.Select((request, i) => (request, _told[i] + (i == requests.Count - 1 ? added : "")))]);

    /// <summary>The message about what had ended when the turn was cancelled; null when nothing had.</summary>
    public ChatMessage? SoFar()
    {
        var done = requests.Zip(_told).Where(one => one.Second is not null).Select(one => (one.First, one.Second!))
            .ToList();
        return done.Count == 0 ? null : Told(done);
    }

    /// <summary>
    /// A message about what came of requests: results of their calls, or plain text for those without one.
    /// </summary>
    public static ChatMessage Told(IReadOnlyList<(ReplyRequest Request, string Text)> outcomes)
    {
        if (outcomes[0].Request.CallId is null)
        {
            var what = outcomes[0].Request is ReplyRequest.Program ? "Output of the program" : "Results of the calls";
            return new ChatMessage(ChatRole.User, $"{what}:\n{string.Join('\n', outcomes.Select(one => one.Text))}");
        }

        return new ChatMessage(ChatRole.Tool,
            [.. outcomes.Select(one => (AIContent)new FunctionResultContent(one.Request.CallId!, one.Text))]);
    }

    private static string Arguments(FunctionCallContent call) =>
        string.Join(',', call.Arguments?.Select(argument => $"{argument.Key}={argument.Value}") ?? []);
}

/// <summary>What the steps of one turn have in common.</summary>
/// <param name="Stream">Gets the events.</param>
/// <param name="Conversation">Gets what the model reads.</param>
/// <param name="Code">Runs programs.</param>
/// <param name="Functions">Runs function calls.</param>
internal sealed record StepContext(TurnStream Stream, Conversation Conversation, CodeStep Code, FunctionStep Functions)
{
    /// <summary>1-based number of the reply.</summary>
    public int Step { get; init; }

    /// <summary>What was done before in this turn.</summary>
    public RepeatWatch Repeats { get; } = new();
}
