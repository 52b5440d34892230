using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Loop;

/// <summary>What a model would do with a prompt; nothing runs.</summary>
/// <param name="Program">The program, or function calls as one; null for a direct answer.</param>
/// <param name="Facts">What is known about the program; null without one.</param>
/// <param name="Answer">The direct answer; null with a program.</param>
/// <param name="Model">The id that the model gave itself, else the one it is known by.</param>
/// <param name="Duration">From request to last token.</param>
/// <param name="Failure">Why there is no reply; null when there is one.</param>
public sealed record Proposal(
    string? Program, ProgramFacts? Facts, string? Answer, string Model, TimeSpan Duration, string? Failure)
{
    /// <summary>Asks the model for its first reply only.</summary>
    public static async Task<Proposal> AskAsync(
        IChatClient model, ModelTraits traits, Question question, CancellationToken cancellationToken)
    {
        var tools = question.Tools;
        var conversation = new Conversation();
        var offer = new ToolOffer(traits, tools);
        if (offer.System(question.Instructions) is { } system) conversation.Instruct(system);
        conversation.Append(new ChatMessage(ChatRole.User, question.Prompt));
        var request = new ModelRequest(model, offer);
        var reply = await request.ReplyAsync(conversation, 1, stream: null, cancellationToken).ConfigureAwait(false);
        var id = reply.Model ?? traits.Id;
        if (reply.Failure != null) return new Proposal(null, null, null, id, reply.Duration, reply.Failure);
        return ProgramOf(ReplyRequest.Read(reply.Message, traits.Tools, tools), tools) is { } program
            ? new Proposal(program, ProgramAnalysis.Analyze(program, tools), null, id, reply.Duration, null)
            : new Proposal(null, null, reply.Message.Text, id, reply.Duration, null);
    }

    // Function calls are shown as the program that would do the same.
    private static string? ProgramOf(IReadOnlyList<ReplyRequest> requests, ToolCatalog tools)
    {
        var programs = requests.Select(request => request switch
        {
            ReplyRequest.Program program => program.Source,
            ReplyRequest.Function { Call: var call } => ProgramExtraction.FromCall(call, tools),
            _ => null,
        });
        var text = string.Join('\n', programs.OfType<string>());
        return text.Length == 0 ? null : text;
    }
}

/// <summary>What a model is asked before anything ran.</summary>
/// <param name="Tools">What its program may call.</param>
/// <param name="Prompt">What the person said.</param>
/// <param name="Instructions">What the project asks of agents; null for nothing.</param>
public sealed record Question(ToolCatalog Tools, string Prompt, ProjectInstructions? Instructions = null);
