using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>mypy 1.11 or newer, asked for one JSON object a line.</summary>
/// <remarks>Source: https://mypy.readthedocs.io/en/stable/command_line.html.</remarks>
internal sealed class MypyChecker() : TypeChecker("mypy")
{
    private const string Cache = ".mypy_cache";

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<string>> ArgumentsAsync(
        CheckProgram program, CheckTarget target, CancellationToken cancellationToken)
    {
        var workspace = target.Context.Workspace;
        var arguments =
            new List<string> { "--output=json", "--no-error-summary", "--no-pretty", "--show-column-numbers",
            "--show-error-codes" };

        // A check leaves no trace, but a cache that the project's people made is used.
        if (workspace.Resolve(Cache).Kind is not PathKind.Folder)
            arguments.Add($"--cache-dir={(OperatingSystem.IsWindows() ? "nul" : "/dev/null")}");
        if (target.Environment is { } environment && environment.Find(target.Context, "mypy") != program.Program)
            arguments.Add($"--python-executable={environment.Python}");

        // Without a path it checks what its settings name, and refuses when they name nothing.
        if (!target.IsProject
            || !await ProjectFiles.MypyHasTargetsAsync(workspace, cancellationToken).ConfigureAwait(false))
            arguments.AddRange(["--", target.Path.Full]);
        return arguments;
    }

    // Exit codes: 0 clean, 1 findings, 2 it could not go on, as after a syntax error, which it prints as a finding.
    /// <inheritdoc/>
    public override TypeFindings? Read(CheckRun.Done done, ToolContext context)
    {
        if (done.Code == 2 && done.Output.StandardError.Contains("There are no .py", StringComparison.Ordinal))
            return new TypeFindings([], false);

        var errors = MypyOutput.Read(done.Output.StandardOutput, context);
        return done.Code is 0 or 1 || (done.Code == 2 && errors is { Count: > 0 })
            ? errors is null ? null : new TypeFindings(errors, true)
            : null;
    }
}
