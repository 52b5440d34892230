using Punie.Cli.Hosting;
using Punie.Cli.Rendering;
using Punie.Lab.Datasets;
using Punie.Lab.Runs;
using Punie.Lab.Suites;

namespace Punie.Cli.Commands;

/// <summary>
/// Measures a model on a suite: its programs are judged, none is run. It knows the tools of a project's own rules too.
/// </summary>
internal sealed class EvaluateCommand(ITerminal terminal, TimeProvider clock, IModelOpener models,
    Workbenches workbenches)
{
    /// <summary>Runs the command; the report goes to the output as Markdown.</summary>
    public async Task<int> RunAsync(string suiteFile, string modelName, string workspace,
        CancellationToken cancellationToken)
    {
        var suite = await ReadAsync(suiteFile, cancellationToken).ConfigureAwait(false);
        var bench = await workbenches.OpenAsync(WorkOptions.ToLook(workspace), cancellationToken)
            .ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        var tools = bench.Runner.Tools;
        using var model = await models.OpenAsync(ModelChoice.Parse(modelName), tools, cancellationToken)
            .ConfigureAwait(false);
        using var progress = new ProgressLine(terminal, clock);
        progress.Begin($"asking {model.Traits.Id} the {suite.Samples.Count} samples of {suite.Name}");
        try
        {
            var run = await SuiteRun.RunAsync(suite, model.Client, model.Traits, tools, cancellationToken)
                .ConfigureAwait(false);
            progress.End();
            await terminal.Output.WriteAsync(SuiteReport.ToMarkdown(run)).ConfigureAwait(false);
            return ExitCode.Ok;
        }
        catch (SuiteFailedException failed)
        {
            progress.End();
            terminal.Complain(Cells.Harmless(failed.Message));
            return ExitCode.NoModel;
        }
    }

    private static async Task<Suite> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var text = await UserFiles.ReadAsync(file, "the suite", cancellationToken).ConfigureAwait(false);
        try
        {
            return Suite.Parse(text);
        }
        catch (DatasetException wrong)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }
}
