namespace Punie.Agent.Tools.Checks;

/// <summary>Finds the Python interpreters that may have the project's packages, best first.</summary>
internal static class PythonLocator
{
    public const string InstallPytest =
        "Install it with 'pip install pytest' in the project's environment, or 'apt-get install python3-pytest'.";

    public static IReadOnlyList<CheckProgram> Candidates(ToolContext context)
    {
        string?[] paths =
        [
            VirtualEnvironment.Find(context, "python"),
            context.Processes.Find("python3", context.Workspace.Root),
            context.Processes.Find("python", context.Workspace.Root),
            // It has the system's packages also when another python3 stands before it on the search path.
            context.Processes.Find(context.Programs.SystemPython, context.Workspace.Root),
        ];
        return paths.OfType<string>().Distinct().Select(path => new CheckProgram("python", path, [], path)).ToList();
    }
}
