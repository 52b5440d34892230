using Punie.Agent.Processes;

namespace Punie.Agent.Tools.Checks;

/// <summary>
/// Where a project's programs are looked up, each place apart: what the project has comes before what the machine has.
/// </summary>
/// <param name="context">The project.</param>
/// <param name="environment">Its Python environment; null when it has none.</param>
internal sealed class ProgramPlaces(ToolContext context, VirtualEnvironment? environment)
{
    /// <summary>The project's Python environment.</summary>
    public VirtualEnvironment? Environment { get; } = environment;

    /// <summary>Looks for the environment first.</summary>
    /// <exception cref="Workspace.WorkspaceException">The configured interpreter is not there.</exception>
    public static async ValueTask<ProgramPlaces> OfAsync(ToolContext context, CancellationToken cancellationToken) =>
        new(context, await VirtualEnvironment.FindAsync(context, cancellationToken).ConfigureAwait(false));

    /// <summary>In the project's Python environment or its node packages.</summary>
    public CheckProgram? OfProject(string name, string? program = null)
    {
        var found = Environment?.Find(context, program ?? name) ?? Find($"node_modules/.bin/{program ?? name}");
        return found is null ? null : Make(name, found, [], "the project's own");
    }

    /// <summary>On the search path.</summary>
    public CheckProgram? OnPath(string name, string? program = null) =>
        Find(program ?? name) is { } found ? Make(name, found, [], "installed on this machine") : null;

    /// <summary>Among the packages that ship with Punie.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="script">What node runs, relative to the packages' folder.</param>
    /// <param name="installed">A file that is there when the package is.</param>
    public CheckProgram? Packaged(string name, string script, string installed)
    {
        var folder = context.Programs.NodeFolder;
        return Find("node") is { } node
            && NodeScript.Find(folder, installed) is not null
            && NodeScript.Find(folder, script) is { } path
            ? Make(name, node, [path], "Punie's own package")
            : null;
    }

    /// <summary>
    /// A program by name or path, for a configured command: a bare name is the project's own before the machine's.
    /// </summary>
    public CheckProgram? Named(string program)
    {
        var isBare = !program.Contains('/', StringComparison.Ordinal)
            && !program.Contains('\\', StringComparison.Ordinal);
        var found = (isBare ? OfProject(program)?.Program : null) ?? Find(program);
        return found is null ? null : Make(Path.GetFileNameWithoutExtension(program), found, [], "configured");
    }

    private string? Find(string program) => context.Processes.Find(program, context.Workspace.Root);

    private CheckProgram Make(string name, string path, IReadOnlyList<string> arguments, string origin) =>
        new(name, path, arguments, origin) { Environment = CheckProgram.EnvironmentFor(context.Config) };
}
