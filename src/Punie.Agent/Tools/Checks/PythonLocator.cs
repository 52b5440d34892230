using Punie.Agent.Configuration;

namespace Punie.Agent.Tools.Checks;

/// <summary>Finds what starts pytest: the configured command, or the interpreters that may have it.</summary>
internal static class PythonLocator
{
    public const string InstallPytest =
        "Install it with 'pip install pytest' in the project's environment, or 'apt-get install python3-pytest'.";

    private const string NoPython = "Python is not installed. Install Python 3.11 or newer, with pytest.";

    /// <summary>The interpreters that may have the project's packages, best first.</summary>
    public static IReadOnlyList<CheckProgram> Interpreters(ToolContext context, ProgramPlaces places)
    {
        string?[] paths =
        [
            places.Environment?.Python,
            context.Processes.Find("python3", context.Workspace.Root),
            context.Processes.Find("python", context.Workspace.Root),
            // It has the system's packages also when another python3 stands before it on the search path.
            context.Processes.Find(context.Programs.SystemPython, context.Workspace.Root),
        ];
        return [.. paths.OfType<string>().Distinct().Select(path => new CheckProgram("python", path, [], path)
        {
            Environment = CheckProgram.EnvironmentFor(context.Config),
        })];
    }

    /// <summary>Programs that run pytest when its arguments follow, best first; none with a reason.</summary>
    public static (IReadOnlyList<CheckProgram> Programs, string Missing) Pytest(ToolContext context,
        ProgramPlaces places)
    {
        var configured = context.Config.Checks.PytestRun;
        if (configured is not null && configured.Words[0] != "pytest") return Configured(configured, places);

        IEnumerable<string> start = ["-m", "pytest", .. configured?.Words.Skip(1) ?? []];
        var programs = Interpreters(context, places).Select(python => python.With(start) with { Name = "pytest" })
            .ToList();
        return (programs, NoPython);
    }

    private static (IReadOnlyList<CheckProgram> Programs, string Missing) Configured(ConfiguredCommand command,
        ProgramPlaces places) =>
            new ConfiguredChecker("checks.pytest_run", command).Find(["pytest", "py.test"], places) switch
            {
                Located.Found found => ([found.Program with { Name = "pytest" }], ""),
                Located.Missing missing => ([], missing.Advice),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
}
