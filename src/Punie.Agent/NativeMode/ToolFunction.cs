using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Agent.Tools;

namespace Punie.Agent.NativeMode;

/// <summary>One tool as a function that a model calls directly.</summary>
internal sealed class ToolFunction(Tool tool) : AIFunctionDeclaration
{
    /// <inheritdoc/>
    public override string Name => tool.Name;

    /// <inheritdoc/>
    public override string Description => tool.Summary;

    /// <inheritdoc/>
    public override JsonElement JsonSchema { get; } = ToolJsonSchema.Input(tool);

    /// <summary>All tools, in the order in which they are shown.</summary>
    public static IEnumerable<ToolFunction> Of(ToolCatalog tools) =>
        tools.Callable.Select(tool => new ToolFunction(tool));
}
