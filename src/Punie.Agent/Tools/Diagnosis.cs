using System.Text.RegularExpressions;
using Punie.Agent.LanguageServer;
using Punie.Agent.Processes;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools;

/// <summary>What is known about one external program.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="UsedFor">The tools that need it.</param>
/// <param name="Path">Full path of what would be started; null when it was not found.</param>
/// <param name="Version">Its version; null when it was not found or did not say.</param>
/// <param name="Advice">How to install it; null when it works.</param>
public sealed record ProgramFinding(string Name, string UsedFor, string? Path, string? Version, string? Advice)
{
    /// <summary>True when the tools that need it can work.</summary>
    public bool Works => Advice is null;
}

/// <summary>Looks for every external program in the way the tools do, and asks each for its version.</summary>
public static partial class Diagnosis
{
    private static readonly TimeSpan VersionTime = TimeSpan.FromSeconds(30);

    /// <summary>One finding for each program, in a fixed order.</summary>
    /// <param name="context">The project.</param>
    /// <param name="servers">Which language server is wanted.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="WorkspaceException">The configured interpreter is not there.</exception>
    public static async Task<IReadOnlyList<ProgramFinding>> RunAsync(
        ToolContext context, LanguageServerSettings servers, CancellationToken cancellationToken)
    {
        var places = await ProgramPlaces.OfAsync(context, cancellationToken).ConfigureAwait(false);
        var typeChecker = await CheckerLocator.TypeCheckerAsync(context, places, cancellationToken)
            .ConfigureAwait(false);
        return await Task.WhenAll(
            PlainAsync("git", "git_status, git_diff, git_log", "Install git, for example with 'apt-get install git'."),
            PlainAsync("node", "typecheck, ruff_check", "Install Node.js 20 or newer from https://nodejs.org."),
            PlainAsync("python3", "pytest_run", "Install Python 3.11 or newer from https://www.python.org."),
            CheckerAsync(NameOf(typeChecker, "pyright"), "typecheck", typeChecker),
            CheckerAsync("ruff", "ruff_check", CheckerLocator.Ruff(context, places)),
            PytestAsync(context, places, cancellationToken),
            ServerAsync()).ConfigureAwait(false);

        async Task<ProgramFinding> PlainAsync(string name, string usedFor, string advice)
        {
            if (context.Processes.Find(name, context.Workspace.Root) is not { } path)
            {
                return new ProgramFinding(name, usedFor, Path: null, Version: null, advice);
            }

            var version = await VersionAsync(path, ["--version"], context, cancellationToken).ConfigureAwait(false);
            var problem = version is null ? $"'{path} --version' failed. {advice}" : null;
            return new ProgramFinding(name, usedFor, path, version, problem);
        }

        async Task<ProgramFinding> ServerAsync()
        {
            const string UsedFor = "goto_definition, find_references, hover, document_symbols, workspace_symbols";
            var located = LanguageServerLocator.Find(context, servers, places);
            if (located is not Located.Found { Program: var server })
                return new ProgramFinding("language server", UsedFor, Path: null, Version: null,
                    ((Located.Missing)located).Advice);

            // Not every server tells its version; that says nothing against it.
            var version = LanguageServerLocator.VersionCommand(server, places) is var (program, arguments)
                ? await VersionAsync(program, arguments, context, cancellationToken).ConfigureAwait(false)
                : null;
            var path = server.Arguments.FirstOrDefault(word => word.EndsWith(".js", StringComparison.Ordinal))
                ?? server.Program;
            return new ProgramFinding($"{server.Name} language server", UsedFor, path, version, Advice: null);
        }

        async Task<ProgramFinding> CheckerAsync(string name, string usedFor, Located located)
        {
            if (located is not Located.Found found)
            {
                return new ProgramFinding(name, usedFor, Path: null, Version: null, ((Located.Missing)located).Advice);
            }

            var (program, path) = (found.Program, PathOf(found.Program));
            var version = await VersionAsync(program.Program, program.VersionArguments, context, cancellationToken)
                .ConfigureAwait(false);
            var advice = version is null ? $"'{path}' does not start. Install {name} again." : null;
            return new ProgramFinding(name, usedFor, path, version, advice);
        }
    }

    private static string NameOf(Located located, string otherwise) =>
        located is Located.Found found ? found.Program.Name : otherwise;

    // A script says more than the node that runs it.
    private static string PathOf(CheckProgram program) =>
        program.Arguments is [var script, ..] && Path.IsPathRooted(script) ? script : program.Program;

    private static async Task<ProgramFinding> PytestAsync(
        ToolContext context, ProgramPlaces places, CancellationToken cancellationToken)
    {
        var (programs, missing) = PythonLocator.Pytest(context, places);
        foreach (var program in programs)
        {
            var version = await VersionAsync(program.Program, program.VersionArguments, context, cancellationToken)
                .ConfigureAwait(false);
            if (version is not null)
                return new ProgramFinding("pytest", "pytest_run", program.Program, version, Advice: null);
        }

        var advice = programs.Count == 0 && context.Config.Checks.PytestRun is not null
            ? missing
            : PythonLocator.InstallPytest;
        return new ProgramFinding("pytest", "pytest_run", Path: null, Version: null, advice);
    }

    private static async Task<string?> VersionAsync(
        string program, IReadOnlyList<string> arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var request = new ProcessRequest
        {
            Program = program,
            Arguments = arguments,
            WorkingDirectory = context.Workspace.Root,
            TimeLimit = VersionTime,
        };
        var outcome = await context.Processes.RunAsync(request, cancellationToken).ConfigureAwait(false);
        if (outcome is not ProcessOutcome.Exited { Code: 0 } done) return null;

        var match = VersionNumber().Match(done.Output.InOrder);
        return match.Success ? match.Value : null;
    }

    [GeneratedRegex(@"\d+\.\d+[\w.]*", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
