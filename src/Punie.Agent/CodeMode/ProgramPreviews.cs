using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;

namespace Punie.Agent.CodeMode;

/// <summary>Reads from a program what it would write and run.</summary>
internal static class ProgramPreviews
{
    private const int ValueChars = 40;

    /// <summary>The preview of a program; without effects when its text does not parse.</summary>
    public static ProgramPreview Of(string source, ToolCatalog tools, IWorkspace workspace)
    {
        var calls = ProgramAnalysis.Analyze(source, tools).Calls;
        return new ProgramPreview(source,
            [.. calls.Select(call => Planned(call, tools, workspace)).OfType<PlannedEffect>()]);
    }

    private static PlannedEffect? Planned(ToolUse call, ToolCatalog tools, IWorkspace workspace)
    {
        if (tools.Find(call.Tool) is not { } tool) return null;
        // Behind a * or ** any parameter may be filled, one that turns the effect on too.
        var isOpen = call.Arguments.Any(IsStarred);
        var effect = isOpen ? tool.Effect : ToolUse.EffectOf(tool, call.Arguments);
        return effect is ToolEffect.Read
            ? null
            : new PlannedEffect(tool.Name, effect, call.Line, Text(call), isOpen
                ? null
                : tool.Foresee(Known(tool, call), workspace))
            {
                MayRepeat = call.MayRepeat,
            };
    }

    private static KnownArguments Known(Tool tool, ToolUse call) => new(
        tool,
        call.Arguments.Where(argument => argument.IsLiteral)
            .ToDictionary(argument => argument.Name, argument => argument.Value),
        call.Arguments.Where(argument => !argument.IsLiteral).Select(argument => argument.Name)
            .ToHashSet(StringComparer.Ordinal));

    private static bool IsStarred(ToolUseArgument argument) =>
        argument.Name == "**" || (!argument.IsLiteral && Source(argument).StartsWith('*'));

    private static string Text(ToolUse call) => $"{call.Tool}({string.Join(", ", call.Arguments.Select(Text))})";

    private static string Text(ToolUseArgument argument) =>
        $"{argument.Name}={BoundedText.OneLine(argument.IsLiteral ? Literal(argument.Value) : Source(argument), ValueChars)}";

    private static string Literal(JsonNode? value) => value switch
    {
        null => "None",
        JsonArray items => $"[{string.Join(", ", items.Select(Literal))}]",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.String => ToolStub.Literal(value.GetValue<string>()),
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            _ => value.ToJsonString(),
        },
    };

    private static string Source(ToolUseArgument argument) => argument.Value!.GetValue<string>();
}
