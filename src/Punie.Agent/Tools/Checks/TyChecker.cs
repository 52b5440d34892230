using System.Text.Json;

namespace Punie.Agent.Tools.Checks;

/// <summary>ty, asked for GitLab's code quality format, the one of its formats that is JSON.</summary>
/// <remarks>
/// Source: https://docs.astral.sh/ty/reference/cli/ and
/// https://github.com/astral-sh/ruff/blob/main/crates/ruff_db/src/diagnostic/render/gitlab.rs.
/// </remarks>
internal sealed class TyChecker() : TypeChecker("ty")
{
    private const string Command = "check";

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<string>> ArgumentsAsync(
        CheckProgram program, CheckTarget target, CancellationToken cancellationToken)
    {
        var arguments = new List<string>();
        if (!program.Arguments.Contains(Command)) arguments.Add(Command);
        arguments.AddRange(["--output-format", "gitlab"]);
        if (target.Environment is { } environment && !program.Arguments.Contains("--python"))
            arguments.AddRange(["--python", environment.Python]);

        // Without a path it checks what the project's configuration includes.
        if (!target.IsProject) arguments.AddRange(["--", target.Path.Full]);
        return ValueTask.FromResult<IReadOnlyList<string>>(arguments);
    }

    // Exit codes: 0 clean, 1 findings, 2 it could not run, 101 it crashed.
    /// <inheritdoc/>
    public override TypeFindings? Read(CheckRun.Done done, ToolContext context)
    {
        if (done.Code is not (0 or 1)) return null;

        try
        {
            using var json = JsonDocument.Parse(done.Output.StandardOutput);
            var errors = json.RootElement.EnumerateArray().Select(finding => Finding(finding, context)).ToList();
            var isEmpty =
                done.Output.StandardError.Contains("No python files found", StringComparison.OrdinalIgnoreCase);
            return new TypeFindings(errors, errors.Count > 0 || !isEmpty);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException)
        {
            return null;
        }
    }

    private static TypeCheckError Finding(JsonElement finding, ToolContext context)
    {
        var location = finding.GetProperty("location");
        var begin = location.GetProperty("positions").GetProperty("begin");
        var rule = finding.GetProperty("check_name").GetString()!;
        var description = finding.GetProperty("description").GetString()!;
        var prefix = rule + ": ";
        if (description.StartsWith(prefix, StringComparison.Ordinal)) description = description[prefix.Length..];
        return new TypeCheckError(
            CheckText.Relative(context, location.GetProperty("path").GetString()!),
            Math.Max(1, begin.GetProperty("line").GetInt32()),
            Math.Max(1, begin.GetProperty("column").GetInt32()),
            Severity(finding.GetProperty("severity").GetString()),
            rule,
            CheckText.Bounded(description, context.Limits.MessageChars));
    }

    private static string Severity(string? gitlab) => gitlab switch
    {
        "info" => "information",
        "minor" => "warning",
        _ => "error",
    };
}
