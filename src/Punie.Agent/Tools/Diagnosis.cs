using System.Text.RegularExpressions;
using Punie.Agent.Processes;
using Punie.Agent.Tools.Checks;

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
    public static async Task<IReadOnlyList<ProgramFinding>> RunAsync(
        ToolContext context, CancellationToken cancellationToken)
    {
        return await Task.WhenAll(
            PlainAsync("git", "git_status, git_diff, git_log", "Install git, for example with 'apt-get install git'."),
            PlainAsync("node", "typecheck, ruff_check", "Install Node.js 20 or newer from https://nodejs.org."),
            PlainAsync("python3", "pytest_run", "Install Python 3.11 or newer from https://www.python.org."),
            CheckerAsync("pyright", "typecheck", CheckerLocator.Pyright(context), "--version"),
            CheckerAsync("ruff", "ruff_check", CheckerLocator.Ruff(context), "--version"),
            PytestAsync(context, cancellationToken)).ConfigureAwait(false);

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

        async Task<ProgramFinding> CheckerAsync(string name, string usedFor, Located located, string argument)
        {
            if (located is not Located.Found found)
            {
                return new ProgramFinding(name, usedFor, Path: null, Version: null, ((Located.Missing)located).Advice);
            }

            var (program, path) = (found.Program, found.Program.Arguments.LastOrDefault(found.Program.Program));
            var version = await VersionAsync(program.Program, [.. program.Arguments, argument], context, cancellationToken)
                .ConfigureAwait(false);
            var advice = version is null ? $"'{path}' does not start. Install {name} again." : null;
            return new ProgramFinding(name, usedFor, path, version, advice);
        }
    }

    private static async Task<ProgramFinding> PytestAsync(ToolContext context, CancellationToken cancellationToken)
    {
        foreach (var python in PythonLocator.Candidates(context))
        {
            var version = await VersionAsync(python.Program, ["-m", "pytest", "--version"], context, cancellationToken)
                .ConfigureAwait(false);
            if (version is null) continue;

            return new ProgramFinding("pytest", "pytest_run", python.Program, version, Advice: null);
        }

        return new ProgramFinding("pytest", "pytest_run", Path: null, Version: null, PythonLocator.InstallPytest);
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
