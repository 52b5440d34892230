using System.Diagnostics;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Traces;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Answers one prompt or a file of prompts.</summary>
internal sealed class AskCommand(ITerminal terminal, TimeProvider clock, IModelOpener models, Workbenches workbenches)
{
    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(AskOptions options, CancellationToken cancellationToken)
    {
        var prompts = await PromptsAsync(options, cancellationToken).ConfigureAwait(false);
        var bench = await workbenches.OpenAsync(options.Work, cancellationToken).ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        var choice = ModelChoice.Of(options.Model, bench.Context.Config);
        using var opened = await models.OpenAsync(choice, bench.Runner.Tools, cancellationToken).ConfigureAwait(false);
        var model = opened.With(options.Tools);
        using var trace = options.TraceFile == null ? null : UserFiles.Append(options.TraceFile);
        var recorder = trace == null ? null : new TraceRecorder(trace, clock);
        // The router knows its tools and reads nothing else.
        var instructions = options.ReadsInstructions && !model.Traits.SingleStep
            ? await ProjectInstructions.ReadAsync(bench.Context.Workspace, cancellationToken).ConfigureAwait(false)
            : null;
        var asked = new Asked(options, bench, model, recorder, instructions);
        var worst = ExitCode.Ok;
        foreach (var prompt in prompts)
        {
            if (prompts.Count > 1 && options.Format == OutputFormat.Text) terminal.Tell($"# {Cells.Harmless(prompt)}");
            var code = options.IsDryRun
                ? await ProposeAsync(asked, prompt, cancellationToken).ConfigureAwait(false)
                : await AnswerAsync(asked, prompt, cancellationToken).ConfigureAwait(false);
            // Without a model or a person the other prompts would only fail the same way.
            if (code is ExitCode.NoModel or ExitCode.Cancelled) return code;
            worst = Math.Max(worst, code);
        }

        return worst;
    }

    private async Task<IReadOnlyList<string>> PromptsAsync(AskOptions options, CancellationToken cancellationToken)
    {
        // The parser takes an unknown option for a word of the prompt.
        if (options.Words.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' ')) is { } option)
        {
            throw new UsageException($"there is no option {option}; see punie ask --help");
        }

        if (options.PromptsFile is { } file)
        {
            if (options.Words.Count > 0) throw new UsageException("give a prompt or --prompts FILE, not both");
            var text = await UserFiles.ReadAsync(file, "the prompts", cancellationToken).ConfigureAwait(false);
            var prompts = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            return prompts.Count > 0 ? prompts : throw new UsageException($"{file} has no prompt; write one a line");
        }

        var prompt = options.Words is ["-"]
            ? await terminal.ReadToEndAsync(cancellationToken).ConfigureAwait(false)
            : string.Join(' ', options.Words);
        return string.IsNullOrWhiteSpace(prompt)
            ? throw new UsageException("the prompt is empty; ask something, as in punie ask \"are there type errors in src?\"")
            : [prompt.Trim()];
    }

    private async Task<int> ProposeAsync(Asked asked, string prompt, CancellationToken cancellationToken)
    {
        var (options, bench, model, _, instructions) = asked;
        using var progress = new ProgressLine(terminal, clock);
        progress.Begin($"asking {model.Traits.Id}");
        var proposal = await Proposal
            .AskAsync(model.Client, model.Traits, new(bench.Runner.Tools, prompt, instructions), cancellationToken).ConfigureAwait(false);
        progress.End();
        if (proposal.Failure is { } failure) return Fail(failure, ExitCode.NoModel);
        if (options.Format == OutputFormat.Json)
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

    private async Task<int> AnswerAsync(Asked asked, string prompt, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, clock);
        asked.Bench.Question.BeforeAsking = progress.End;
        var traits = asked.Model.Traits;
        var printer = asked.Options.Format == OutputFormat.Text
            ? new TurnPrinter(new Page(terminal), progress, traits.SingleStep)
            : null;
        printer?.Asking(traits.Id);
        var summary = new TurnSummary(traits.Id);
        var turn = new Turn(asked.Model.Client, traits, asked.Bench.Runner, new TurnLimits()) { Instructions = asked.Instructions };
        var started = clock.GetTimestamp();
        await foreach (var happened in turn.RunAsync(new Conversation(), prompt, cancellationToken).ConfigureAwait(false))
        {
            summary.Add(happened);
            if (asked.Recorder != null) await asked.Recorder.RecordAsync(happened, CancellationToken.None).ConfigureAwait(false);
            if (happened is TurnEvent.ProgramProposed proposed && traits.SingleStep) RequireGit(proposed, asked.Bench);
            printer?.Show(happened);
        }

        summary.Duration = clock.GetElapsedTime(started);
        if (printer == null) terminal.Tell(AnswerJson.Answered(summary));
        return Code(summary, traits.SingleStep);
    }

    // The router cannot go another way, so the person hears at once what is missing.
    private static void RequireGit(TurnEvent.ProgramProposed proposed, Workbench bench)
    {
        var call = proposed.Calls.FirstOrDefault(call => call.Tool.StartsWith("git_", StringComparison.Ordinal));
        if (call != null && !UserFiles.IsInGit(bench.Root))
        {
            throw new UsageException($"{bench.Root} is not a git repository, and the answer needs {call.Tool}");
        }
    }

    private int Code(TurnSummary summary, bool isSingleStep) => summary.End switch
    {
        TurnEnd.Answered => isSingleStep && summary.Tools.Any(tool => tool.End.Problem != null) ? ExitCode.Failed : ExitCode.Ok,
        TurnEnd.ProgramFailed or TurnEnd.ProgramStopped => ExitCode.Failed,
        TurnEnd.OutOfSteps or TurnEnd.Repeating or TurnEnd.ConversationFull => Fail(summary.Message!, ExitCode.Failed),
        TurnEnd.ModelFailed => Fail(summary.Message!, ExitCode.NoModel),
        TurnEnd.Cancelled => Fail("cancelled", ExitCode.Cancelled),
        _ => throw new UnreachableException(),
    };

    private int Fail(string message, int code)
    {
        terminal.Complain(message);
        return code;
    }

    private sealed record Asked(AskOptions Options, Workbench Bench, OpenModel Model, TraceRecorder? Recorder, ProjectInstructions? Instructions);
}
