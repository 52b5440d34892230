using Punie.Agent.CodeMode;
using Punie.Agent.NativeMode;
using Punie.Chat.Formats;

namespace Punie.Agent.Loop;

/// <summary>Checks and runs the function calls of one reply.</summary>
internal sealed class FunctionStep(CodeRunner runner, ToolsMode mode, TurnLimits limits)
{
    // Room for a check's first findings, however many calls share the reply.
    private const int LeastChars = 2_000;

    /// <summary>Runs the calls of the reply numbered <paramref name="step"/>, with events.</summary>
    /// <param name="stream">Gets the events.</param>
    /// <param name="step">1-based.</param>
    /// <param name="functions">The calls.</param>
    /// <param name="told">Gets what the model reads about each, at its place.</param>
    /// <param name="cancellationToken">Cancels the tools.</param>
    public async Task RunAsync(
        TurnStream stream, int step, IReadOnlyList<ReplyRequest.Function> functions, string?[] told,
        CancellationToken cancellationToken)
    {
        var calls = functions.Select(Read).ToList();
        var uses = calls.Index().Where(call => call.Item is NativeCall.Ready)
            .Select(call => ((NativeCall.Ready)call.Item).ToUse(call.Index + 1)).ToList();
        if (uses.Count > 0)
            await stream.SendAsync(new TurnEvent.CallsProposed(step, uses), cancellationToken).ConfigureAwait(false);
        var chars = Math.Max(LeastChars, limits.ObservationChars / functions.Count);
        await new NativeRunner(runner.Observed(stream), Math.Min(chars, limits.ObservationChars))
            .RunAsync(calls, told, cancellationToken).ConfigureAwait(false);
    }

    private NativeCall Read(ReplyRequest.Function function, int place)
    {
        if (place >= limits.CallsPerReply)
        {
            return new NativeCall.Wrong(
                $"not run: one reply may make {limits.CallsPerReply} calls; make this one in the next reply");
        }

        string[] others = mode == ToolsMode.Native ? [] : [CodeCall.FunctionName];
        return NativeCall.Read(function.Call, runner.Tools, others);
    }
}
