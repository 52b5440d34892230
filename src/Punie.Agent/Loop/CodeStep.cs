using Punie.Agent.CodeMode;
using Punie.Python.Sandbox;

namespace Punie.Agent.Loop;

/// <summary>Checks and runs one program of a turn.</summary>
internal sealed class CodeStep(CodeRunner runner, TurnLimits limits)
{
    /// <summary>Runs the program of the reply numbered <paramref name="step"/>, with events.</summary>
    public async Task<ProgramRun> RunAsync(TurnStream stream, int step, string source,
        CancellationToken cancellationToken)
    {
        var facts = ProgramAnalysis.Analyze(source, runner.Tools);
        await stream.SendAsync(new TurnEvent.ProgramProposed(step, source, facts.Calls), cancellationToken)
            .ConfigureAwait(false);
        if (facts.Problems.Count > 0)
        {
            await stream.SendAsync(new TurnEvent.ProgramRejected(facts.Problems), cancellationToken)
                .ConfigureAwait(false);
            return new ProgramRun(null, $"The program was not run:\n{string.Join('\n', facts.Problems.Take(10))}\n");
        }

        var run = await runner.RunAsync(source, stream, cancellationToken).ConfigureAwait(false);
        switch (run.Outcome)
        {
            case RunOutcome.Raised raised:
                await stream.SendAsync(new TurnEvent.ProgramRaised(raised.Error), cancellationToken)
                    .ConfigureAwait(false);
                break;
            case RunOutcome.Stopped stopped:
                var message = CodeRun.Describe(stopped.Limit, runner.Limits);
                await stream.SendAsync(new TurnEvent.ProgramStopped(stopped.Limit, message), cancellationToken)
                    .ConfigureAwait(false);
                break;
            case RunOutcome.Cancelled:
                throw new OperationCanceledException(cancellationToken);
        }

        return new ProgramRun(run, run.ToObservation(limits.ObservationChars, runner.Limits));
    }
}

/// <summary>A program that was run, or was not when <paramref name="Run"/> is null.</summary>
/// <param name="Run">How it ended.</param>
/// <param name="Observation">What the model reads.</param>
internal sealed record ProgramRun(CodeRun? Run, string Observation);
