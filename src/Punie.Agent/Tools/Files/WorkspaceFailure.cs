using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Files;

/// <summary>Says the workspace's refusals as Python exceptions, which programs can catch.</summary>
internal static class WorkspaceFailure
{
    public static HostException ToPython(WorkspaceException refusal) => new(
        refusal.Problem switch
        {
            WorkspaceProblem.Missing => "FileNotFoundError",
            WorkspaceProblem.Forbidden => "PermissionError",
            WorkspaceProblem.IsFolder => "IsADirectoryError",
            WorkspaceProblem.IsFile => "NotADirectoryError",
            WorkspaceProblem.NotText => "ValueError",
            WorkspaceProblem.TooLarge => "ValueError",
            WorkspaceProblem.System => "OSError",
        },
        refusal.Message);
}
