using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Traces;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;
using Punie.Python.Sandbox;

namespace Punie.Cli.Commands;

/// <summary>
/// Runs a program without a model. Its output is the command's output; everything else goes to the error stream.
/// </summary>
internal sealed class RunCommand(ITerminal terminal, TimeProvider clock, Workbenches workbenches)
{
    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(options, cancellationToken).ConfigureAwait(false);
        var bench = await workbenches.OpenAsync(options.Work, cancellationToken).ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        if (bench.Mcp.MayBeUsedBy(source))
            bench = await bench.WithServersAsync(terminal, clock, cancellationToken).ConfigureAwait(false);
        using var trace = options.TraceFile == null ? null : UserFiles.Append(options.TraceFile);
        using var progress = new ProgressLine(terminal, clock);
        bench.Question.BeforeAsking = progress.End;
        var observer = new Observer(terminal, progress, trace == null ? null : new TraceRecorder(trace, clock));
        progress.Begin("running the program");
        bench.Runner.BeginTurn(options.File is { } file ? $"punie run {file}" : "punie run -c");
        var run = await bench.Runner.RunAsync(source, observer, cancellationToken).ConfigureAwait(false);
        progress.End();
        return Finish(run, bench.Runner.Limits, observer);
    }

    private async Task<string> SourceAsync(RunOptions options, CancellationToken cancellationToken)
    {
        switch (options)
        {
            case { File: null, Code: null }:
                throw new UsageException("give a program: punie run FILE or punie run -c CODE");
            case { File: not null, Code: not null }:
                throw new UsageException("give a file or -c CODE, not both");
            case { Code: { } code }:
                return code;
            case { File: "-" }:
                return await terminal.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            default:
                return await UserFiles.ReadAsync(options.File!, "the program", cancellationToken).ConfigureAwait(false);
        }
    }

    private int Finish(CodeRun run, SandboxLimits limits, Observer observer)
    {
        observer.EndLine();
        foreach (var problem in run.Problems) Say($"punie: {problem}");
        switch (run.Outcome)
        {
            case RunOutcome.Finished:
                return run.Problems.Count > 0 ? ExitCode.Failed : ExitCode.Ok;
            case RunOutcome.Raised raised:
                Say(raised.Error.ToText());
                return ExitCode.Failed;
            case RunOutcome.Stopped stopped:
                Say($"punie: {CodeRun.Describe(stopped.Limit, limits)}");
                return ExitCode.Failed;
            default:
                Say("punie: cancelled");
                return ExitCode.Cancelled;
        }
    }

    private void Say(string text)
    {
        terminal.Error.WriteLine(terminal.IsErrorScreen ? Cells.Harmless(text) : text);
        terminal.Error.Flush();
    }

    private sealed class Observer(ITerminal terminal, ProgressLine progress, TraceRecorder? recorder) : ICodeObserver
    {
        private readonly Dictionary<int, string> _calls = [];
        private string _running = "";
        private bool _isInLine;

        public async ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken)
        {
            lock (_calls) _calls[id] = _running = call;
            progress.Begin(call);
            await RecordAsync(new TurnEvent.ToolStarted(id, tool, call), cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken)
        {
            progress.Begin("running the program");
            var finished = new TurnEvent.ToolFinished(end.Id, end.Tool, end.Duration, end.Success, end.Problem);
            await RecordAsync(finished, cancellationToken).ConfigureAwait(false);
        }

        public ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken) =>
            RecordAsync(new TurnEvent.PermissionAsked(request), cancellationToken);

        public ValueTask PermissionDecidedAsync(
            string tool, PermissionDecision decision, CancellationToken cancellationToken)
        {
            if (decision is PermissionDecision.Denied denied)
                return RecordAsync(new TurnEvent.PermissionDenied(tool, denied.Reason, denied.By), cancellationToken);
            progress.Begin(_running);
            return RecordAsync(new TurnEvent.PermissionAllowed(tool, decision.By), cancellationToken);
        }

        public ValueTask ProgramDecidedAsync(ProgramAnswer answer, Decider by, CancellationToken cancellationToken) =>
            RecordAsync(new TurnEvent.ProgramDecided(answer, by), cancellationToken);

        public void ToolProgressed(int id, string tool, string words)
        {
            string call;
            lock (_calls) call = _calls.GetValueOrDefault(id, tool);
            progress.Say(ProgressWords.Of(call, words));
        }

        public void Printed(string text)
        {
            progress.End();
            terminal.Output.Write(terminal.IsOutputScreen ? Cells.Harmless(text) : text);
            if (terminal.IsOutputScreen) terminal.Output.Flush();
            if (text.Length > 0) _isInLine = text[^1] != '\n';
        }

        public void EndLine()
        {
            // On one screen a message must not stand behind unfinished output; a pipe gets the bytes as they are.
            if (_isInLine && terminal.IsOutputScreen) terminal.Output.WriteLine();
            terminal.Output.Flush();
        }

        private ValueTask RecordAsync(TurnEvent happened, CancellationToken cancellationToken) =>
            recorder == null
                ? ValueTask.CompletedTask
                : new ValueTask(recorder.RecordAsync(happened, cancellationToken));
    }
}
