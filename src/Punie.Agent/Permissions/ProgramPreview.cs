using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>What a program would change, known before it changes anything. Reference equality of the list.</summary>
/// <param name="Source">The whole program.</param>
/// <param name="Effects">Its calls of tools with an effect, in the order in which it reaches them.</param>
public sealed record ProgramPreview(string Source, IReadOnlyList<PlannedEffect> Effects)
{
    /// <summary>
    /// True when there is one effect, once: then the question about the effect is the question about the program.
    /// </summary>
    public bool IsSingle => Effects is [{ MayRepeat: false }];

    /// <summary>True when who saw the preview has seen this effect.</summary>
    internal bool Shows(PermissionRequest request) =>
        request.Change.Parts.All(part => Effects.Any(effect => effect.Shows(request.Tool, part)));
}

/// <summary>One call in a program that would change something.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Effect">Write or command.</param>
/// <param name="Line">1-based line of the program.</param>
/// <param name="Call">The call as it stands there, long arguments shortened.</param>
/// <param name="Change">What it changes; null when that is known only when it runs.</param>
public sealed record PlannedEffect(string Tool, ToolEffect Effect, int Line, string Call, RequestedChange? Change)
{
    /// <summary>True when it stands in a loop, so that it may happen any number of times.</summary>
    public bool MayRepeat { get; init; }

    internal bool Shows(string tool, RequestedChange part) => tool == Tool && Change switch
    {
        null => true,
        RequestedChange.FileChange planned => part is RequestedChange.FileChange file && file.Path == planned.Path,
        RequestedChange.CommandRun planned =>
            part is RequestedChange.CommandRun run && run.Line == planned.Line && run.Folder == planned.Folder,
        RequestedChange.ServerCall planned =>
            part is RequestedChange.ServerCall call && call.Server == planned.Server && call.Call == planned.Call,
        _ => Change == part,
    };
}
