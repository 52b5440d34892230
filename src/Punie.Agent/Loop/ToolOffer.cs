using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.NativeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Loop;

/// <summary>What a model is told about the tools: a system text, and functions to call.</summary>
internal sealed class ToolOffer
{
    private readonly ModelTraits _traits;
    private readonly ToolCatalog _tools;
    private readonly List<AITool>? _functions;

    public ToolOffer(ModelTraits traits, ToolCatalog tools)
    {
        (_traits, _tools) = (traits, tools);
        // A single-step model was trained on the tools.
        if (traits.SingleStep) return;
        _functions =
        [
            .. traits.Tools is ToolsMode.Native ? [] : new[] { CodePrompt.ExecuteCode },
            .. traits.Tools is ToolsMode.Code ? [] : ToolFunction.Of(tools),
        ];
    }

    /// <summary>The system text; null for a model that needs none.</summary>
    /// <param name="instructions">What the project asks of agents; null for nothing.</param>
    public string? System(ProjectInstructions? instructions) => _traits switch
    {
        { SingleStep: true } => null,
        { Tools: ToolsMode.Native } when instructions == null => NativePrompt.Rules,
        { Tools: ToolsMode.Native } => $"{NativePrompt.Rules}\n{instructions.ToPrompt()}",
        { Tools: ToolsMode.Both } => CodePrompt.System(_tools, instructions) + NativePrompt.AlsoFunctions,
        _ => CodePrompt.System(_tools, instructions),
    };

    /// <summary>The options of a request.</summary>
    public ChatOptions Options() => new() { MaxOutputTokens = _traits.ReplyTokens, Tools = _functions };
}
