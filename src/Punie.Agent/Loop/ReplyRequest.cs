using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Chat.Formats;
using Punie.Chat.Formats.Replies;

namespace Punie.Agent.Loop;

/// <summary>One thing that a reply asks for.</summary>
/// <param name="CallId">The call to answer; null when it stood in plain text.</param>
internal abstract record ReplyRequest(string? CallId)
{
    // Programs are looked for elsewhere; here only what is marked as a call counts.
    private static readonly ReplyReader TextCalls = new(isProgram: _ => false);

    /// <summary>A program to run.</summary>
    internal sealed record Program(string Source, string? CallId) : ReplyRequest(CallId);

    /// <summary>A function to call, which may not exist.</summary>
    internal sealed record Function(FunctionCallContent Call, string? CallId) : ReplyRequest(CallId);

    /// <summary>What a reply asks for, in order; empty when it is an answer.</summary>
    public static IReadOnlyList<ReplyRequest> Read(ChatMessage reply, ToolsMode mode, ToolCatalog tools)
    {
        var calls = reply.Contents.OfType<FunctionCallContent>().ToList();
        if (calls.Count > 0) return [.. calls.Select(call => OfCall(call, mode, tools))];
        if (mode != ToolsMode.Native && ProgramExtraction.FromText(reply.Text, tools) is { } source)
            return [new Program(source, null)];
        if (mode == ToolsMode.Code) return [];

        // Some servers leave the calls in the text.
        var written = TextCalls.Read(reply.Text).Contents.OfType<FunctionCallContent>();
        return [.. written.Where(call => tools.Find(call.Name) != null).Select(call => new Function(call, null))];
    }

    private static ReplyRequest OfCall(FunctionCallContent call, ToolsMode mode, ToolCatalog tools)
    {
        var isProgram = mode == ToolsMode.Code || (mode == ToolsMode.Both && call.Name == CodeCall.FunctionName);
        return isProgram && ProgramExtraction.FromCall(call, tools) is { } source
            ? new Program(source, call.CallId)
            : new Function(call, call.CallId);
    }
}
