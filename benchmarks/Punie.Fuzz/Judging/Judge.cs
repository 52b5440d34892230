using System.Diagnostics;
using System.Globalization;
using Punie.Python.Sandbox;

namespace Punie.Fuzz.Judging;

/// <summary>What a case showed.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">Null, or a name for what must not happen; the same for the same cause.</param>
/// <param name="Detail">More about the problem.</param>
internal sealed record Verdict(string Outcome, string? Problem = null, string? Detail = null);

/// <summary>
/// Runs a case and looks for what must never happen: an exception of .NET, a late return, too much memory, a leaked
/// name.
/// </summary>
internal sealed class Judge(MemoryWatch memory)
{
    private const long Slack = 32L * 1024 * 1024;
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);
    private static readonly string[] Leaks =
        ["System.", "Punie.", "Exception of type", "Object reference not set", "Specified argument was out", "Arg_"];

    internal Verdict Run(string source, int number)
    {
        var limits = number % 64 == 5 ? Arena.Long : Arena.Limits;
        memory.Begin();
        var clock = Stopwatch.StartNew();
        var process = Environment.CpuUsage.TotalTime;
        RunOutcome outcome;
        try
        {
            outcome = Start(SandboxProgram.Compile(source, Arena.Host, limits), number, null);
        }
#pragma warning disable CA1031 // any exception is what this program looks for
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed("exception", exception);
        }
        // On a busy machine a case waits without working, which is not its fault.
        var worked = Environment.CpuUsage.TotalTime - process;
        var time = worked < clock.Elapsed ? worked : clock.Elapsed;
        var growth = memory.End();
        var name = Name(outcome);
        if (outcome is RunOutcome.Raised { Fault: { } fault }) return Failed("fault", fault);
        if (time > limits.WallTime + Late)
            return new Verdict(name, $"late in {name}",
            time.TotalSeconds.ToString("0.00 s", CultureInfo.InvariantCulture));
        if (growth > limits.Bytes + Slack)
            return new Verdict(name, $"memory in {name}",
            string.Create(CultureInfo.InvariantCulture, $"{growth >> 20} MB"));
        if (Leak(outcome, source) is { } leak) return new Verdict(name, $"leak of {leak}", Show(outcome));
        return number % 8 == 0 ? Again(source, number, limits, outcome) : new Verdict(name);
    }

    // The same program, saved and loaded on its way, must do the same.
    private static Verdict Again(string source, int number, SandboxLimits limits, RunOutcome whole)
    {
        var name = Name(whole);
        try
        {
            var outcome =
                Start(SandboxProgram.Compile(source, Arena.Host, limits), number, call =>
                    (call.Number + number / 8) % 3 == 0);
            for (var saves = 0; outcome is RunOutcome.Suspended suspended; saves++)
            {
                if (saves > 20) return new Verdict(name);
                var program = SandboxProgram.Resume(SavedRun.Load(suspended.Saved.ToBytes(), limits), Arena.Host);
                outcome = Start(program, number, saves % 2 == 0 ? _ => true : null);
            }
            var differs = whole is RunOutcome.Finished or RunOutcome.Raised
                && outcome is RunOutcome.Finished or RunOutcome.Raised && Show(whole) != Show(outcome)
                && !source.Contains("time", StringComparison.Ordinal)
                && !source.Contains("echo", StringComparison.Ordinal)
                    && !source.Contains("now", StringComparison.Ordinal);
            return differs
                ? new Verdict(name, "replay differs", $"{Show(whole)}\n---\n{Show(outcome)}")
                : new Verdict(name);
        }
#pragma warning disable CA1031 // any exception is what this program looks for
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Failed("replay", exception);
        }
    }

    private static RunOutcome Start(SandboxProgram program, int number, Func<HostCallRequest, bool>? suspendBefore) =>
        program.Run(new RunOptions { Seed = number, SuspendBefore = suspendBefore }, CancellationToken.None);

    private static Verdict Failed(string what, Exception exception)
    {
        var cause = exception is InvalidOperationException ? exception.InnerException ?? exception : exception;
        var place = (cause.StackTrace ?? "").Split('\n')
            .FirstOrDefault(l => l.Contains("Punie.", StringComparison.Ordinal))?.Trim() ?? "nowhere";
        var at = place.IndexOf(" in ", StringComparison.Ordinal);
        return new Verdict(what, $"{what}: {cause.GetType().Name} {(at < 0 ? place : place[..at])}", cause.ToString());
    }

    private static string? Leak(RunOutcome outcome, string source)
    {
        if (outcome is not RunOutcome.Raised { Error: var error }) return null;
        var text = error.Message;
        return Array.Find(Leaks, n =>
            text.Contains(n, StringComparison.Ordinal) && !source.Contains(n.TrimEnd('.'), StringComparison.Ordinal));
    }

    private static string Name(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Stopped stopped => $"stopped: {stopped.Limit}",
        RunOutcome.Raised { Error.Type: "SyntaxError" or "IndentationError" or "TabError" } => "syntax error",
        RunOutcome.Raised => "raised",
        RunOutcome.Finished => "finished",
        _ => outcome.GetType().Name,
    };

    private static string Show(RunOutcome outcome) =>
        outcome.Output + (outcome is RunOutcome.Raised raised ? raised.Error.LastLine : "");
}
