namespace Punie.Agent.Tools.Checks;

/// <summary>The project's own Python environment.</summary>
internal static class VirtualEnvironment
{
    private static readonly string[] Folders = [".venv", "venv"];

    /// <summary>Full path of one of its programs, or null.</summary>
    public static string? Find(ToolContext context, string program)
    {
        var inner = OperatingSystem.IsWindows() ? "Scripts" : "bin";
        return Folders
            .Select(folder => context.Processes.Find($"{folder}/{inner}/{program}", context.Workspace.Root))
            .FirstOrDefault(found => found is not null);
    }
}
