using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Sessions;
using Punie.Agent.Traces;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Answers one prompt or a file of prompts.</summary>
/// <param name="terminal">Where the person is.</param>
/// <param name="clock">Measures durations.</param>
/// <param name="models">Opens models.</param>
/// <param name="workbenches">Opens workspaces.</param>
/// <param name="sessions">Opens sessions.</param>
internal sealed class AskCommand(
    ITerminal terminal, TimeProvider clock, IModelOpener models, Workbenches workbenches, SessionStores sessions)
{
    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(AskOptions options, CancellationToken cancellationToken)
    {
        var prompts = await PromptsAsync(options, cancellationToken).ConfigureAwait(false);
        var bench = await workbenches.OpenAsync(options.Work, cancellationToken).ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        var choice = ModelChoice.Of(options.Model, bench.Context.Config);
        using var session = Session(options, bench)?.Session;
        using var opened = await models.OpenAsync(choice, bench.Runner.Tools, cancellationToken).ConfigureAwait(false);
        var model = opened.With(options.Tools, bench.Context.Config);
        // The router was not trained on the tools of servers.
        if (!model.Traits.SingleStep)
            bench = await bench.WithServersAsync(terminal, clock, cancellationToken).ConfigureAwait(false);
        using var trace = options.TraceFile == null ? null : UserFiles.Append(options.TraceFile);
        var recorder = trace == null ? null : new TraceRecorder(trace, clock);
        // The router knows its tools and reads nothing else.
        var instructions = options.ReadsInstructions && !model.Traits.SingleStep
            ? await ProjectInstructions.ReadAsync(bench.Context.Workspace, cancellationToken).ConfigureAwait(false)
            : null;
        var setup = new TurnSetup(bench, model)
        {
            Format = options.Format,
            Recorder = recorder,
            Session = session,
            Instructions = instructions,
        };
        var runner = new TurnRunner(terminal, clock);
        var worst = ExitCode.Ok;
        foreach (var prompt in prompts)
        {
            if (prompts.Count > 1 && options.Format == OutputFormat.Text) terminal.Tell($"# {Cells.Harmless(prompt)}");
            bench = await bench.RenewedAsync(terminal, clock, cancellationToken).ConfigureAwait(false);
            setup = setup with { Bench = bench };
            var code = options.IsDryRun
                ? await ProposeAsync(setup, prompt, cancellationToken).ConfigureAwait(false)
                : await runner.RunAsync(setup, new TurnPrompt(prompt, prompt), cancellationToken).ConfigureAwait(false);
            // Without a model or a person the other prompts would only fail the same way.
            if (code is ExitCode.NoModel or ExitCode.Cancelled) return code;
            worst = Math.Max(worst, code);
        }

        return worst;
    }

    private async Task<IReadOnlyList<string>> PromptsAsync(AskOptions options, CancellationToken cancellationToken)
    {
        // The parser takes an unknown option for a word of the prompt.
        if (options.Words.FirstOrDefault(word =>
            word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ')) is { } option)
        {
            throw new UsageException($"there is no option {option}; see punie ask --help");
        }

        if (options.PromptsFile is { } file)
        {
            if (options.Words.Count > 0) throw new UsageException("give a prompt or --prompts FILE, not both");
            var text = await UserFiles.ReadAsync(file, "the prompts", cancellationToken).ConfigureAwait(false);
            var prompts = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())
                .Where(line => line.Length > 0).ToList();
            return prompts.Count > 0 ? prompts : throw new UsageException($"{file} has no prompt; write one a line");
        }

        var prompt = options.Words is ["-"]
            ? await terminal.ReadToEndAsync(cancellationToken).ConfigureAwait(false)
            : string.Join(' ', options.Words);
        return string.IsNullOrWhiteSpace(prompt)
            ? throw new UsageException(
                "the prompt is empty; ask something, as in punie ask \"are there type errors in src?\"")
            : [prompt.Trim()];
    }

    private async Task<int> ProposeAsync(TurnSetup setup, string prompt, CancellationToken cancellationToken)
    {
        var (bench, model) = setup;
        using var progress = new ProgressLine(terminal, clock);
        progress.Begin($"asking {model.Traits.Id}");
        var proposal = await Proposal
            .AskAsync(model.Client, model.Traits, new(bench.Runner.Tools, prompt, setup.Instructions),
                cancellationToken).ConfigureAwait(false);
        progress.End();
        if (proposal.Failure is { } failure) return Fail(failure, ExitCode.NoModel);
        if (setup.Format == OutputFormat.Json)
        {
            terminal.Tell(AnswerJson.Proposed(proposal));
            return ExitCode.Ok;
        }

        var page = new Page(terminal);
        if (proposal.Program is { } program) page.Program(program);
        else page.Text(proposal.Answer?.TrimEnd('\n') + "\n");
        foreach (var problem in proposal.Facts?.Problems ?? []) page.Warning(problem.ToString());
        return ExitCode.Ok;
    }

    private int Fail(string message, int code)
    {
        terminal.Complain(message);
        return code;
    }

    // A session is kept only when one is named: a question from a script is not the person's conversation.
    private ResumedSession? Session(AskOptions options, Workbench bench)
    {
        if (options.Session is not { } wanted) return null;
        if (options.IsDryRun)
            throw new UsageException(
                "--dry-run runs nothing, so there is nothing to add to a session; leave one of them out");
        try
        {
            var resumed = sessions.For(bench.Root).Resume(wanted.Id);
            if (resumed.Warning is { } warning) terminal.Complain(warning);
            resumed.Session.Noticed = terminal.Complain;
            return resumed;
        }
        catch (SessionException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
