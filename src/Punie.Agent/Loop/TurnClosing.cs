using Microsoft.Extensions.AI;

namespace Punie.Agent.Loop;

/// <summary>
/// Closes a turn's messages, so that the next one can follow: every call has its result, and the model has the last
/// word. Servers refuse a call without a result, and many chat templates two turns of a person in a row.
/// </summary>
internal static class TurnClosing
{
    /// <summary>Adds what is missing after a turn that came to its end.</summary>
    public static void Close(Conversation conversation, TurnEnd end) => Close(conversation, end switch
    {
        TurnEnd.Answered => "The output above is the answer.",
        TurnEnd.ProgramFailed => "The program did not run to its end.",
        TurnEnd.ProgramStopped => "The program was stopped at a limit.",
        TurnEnd.OutOfSteps => "Stopped without an answer: no steps were left.",
        TurnEnd.Repeating => "Stopped without an answer: the same was done again and again.",
        TurnEnd.ConversationFull => "Not answered: the conversation is full.",
        TurnEnd.ModelFailed => "Not answered: the model could not be reached.",
        TurnEnd.Cancelled => "The person stopped this turn.",
    });

    /// <summary>Adds what is missing.</summary>
    /// <param name="conversation">May be empty or closed already; then nothing is added.</param>
    /// <param name="reason">Why there is no more, in one line for the model.</param>
    public static void Close(Conversation conversation, string reason)
    {
        if (conversation.Messages.All(message => message.Role == ChatRole.System)) return;
        foreach (var call in Unanswered(conversation.Messages))
        {
            conversation.Append(
                new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call, $"No result. {reason}")]));
        }

        if (conversation.Messages[^1].Role != ChatRole.Assistant)
        {
            conversation.Append(new ChatMessage(ChatRole.Assistant, reason));
        }
    }

    // Only the last reply can have open calls. Ids are not unique in a conversation: some models count from one each
    // time.
    private static List<string> Unanswered(IReadOnlyList<ChatMessage> messages)
    {
        var last = messages.Count - 1;
        while (last >= 0 && messages[last].Role != ChatRole.Assistant) last--;
        if (last < 0) return [];
        var answered = messages.Skip(last + 1).SelectMany(message => message.Contents)
            .OfType<FunctionResultContent>().Select(result => result.CallId);
        return [.. messages[last].Contents.OfType<FunctionCallContent>().Select(call => call.CallId).Except(answered)];
    }
}
