namespace Punie.Agent.Tools.Checks;

/// <summary>Pyright, or basedpyright, which takes the same options and prints the same JSON.</summary>
/// <remarks>Source: https://github.com/microsoft/pyright/blob/main/docs/command-line.md.</remarks>
/// <param name="name">Which of the two.</param>
internal sealed class PyrightChecker(string name) : TypeChecker(name)
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<string>> ArgumentsAsync(
        CheckProgram program, CheckTarget target, CancellationToken cancellationToken)
    {
        var arguments = new List<string> { "--outputjson" };
        if (target.Environment is { } environment) arguments.AddRange(["--pythonpath", environment.Python]);

        // Without a path it checks what the project's configuration includes.
        if (!target.IsProject) arguments.Add(target.Path.Full);
        return ValueTask.FromResult<IReadOnlyList<string>>(arguments);
    }

    // Exit codes: 0 clean, 1 errors, 2 fatal, 3 unreadable configuration, 4 wrong arguments.
    /// <inheritdoc/>
    public override TypeFindings? Read(CheckRun.Done done, ToolContext context) =>
        done.Code is 0 or 1 && PyrightJson.Read(done.Output.StandardOutput, context) is { } found
            ? new TypeFindings(found.Errors, found.Files > 0)
            : null;
}
