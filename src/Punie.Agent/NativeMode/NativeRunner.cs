using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.NativeMode;

/// <summary>
/// Runs the function calls of one reply through the same observation and the same permission gate as a program's calls.
/// Reads that stand together run together; a write or a command waits for what stands before it and runs alone.
/// </summary>
/// <param name="calls">Runs one call.</param>
/// <param name="chars">Most UTF-16 units of one result.</param>
internal sealed class NativeRunner(ObservedCalls calls, int chars)
{
    // A checker may use a core and a gigabyte of its own.
    private const int MostTogether = 4;

    /// <summary>Runs calls.</summary>
    /// <param name="requested">What a reply asks for, in order.</param>
    /// <param name="told">Gets the result of each that ended, at its place, as JSON; kept when the turn is
    /// cancelled.</param>
    /// <param name="cancellationToken">Cancels the tools.</param>
    public async Task RunAsync(IReadOnlyList<NativeCall> requested, string?[] told, CancellationToken cancellationToken)
    {
        for (var start = 0; start < requested.Count;)
        {
            var end = start + 1;
            while (IsRead(requested[start]) && end < requested.Count && IsRead(requested[end])) end++;
            var options =
                new ParallelOptions { MaxDegreeOfParallelism = MostTogether, CancellationToken = cancellationToken };
            await Parallel.ForAsync(start, end, options, RunOneAsync).ConfigureAwait(false);
            start = end;
        }

        async ValueTask RunOneAsync(int index, CancellationToken token) =>
            told[index] = await RunAsync(requested[index], token).ConfigureAwait(false);
    }

    private static bool IsRead(NativeCall call) =>
        call is not NativeCall.Ready { Tool: var tool, Arguments: var arguments }
        || tool.Effect is ToolEffect.Read || (tool.EffectSwitch is { } effect && !arguments.Bool(effect));

    private async ValueTask<string> RunAsync(NativeCall call, CancellationToken cancellationToken)
    {
        if (call is not NativeCall.Ready ready) return BoundedJson.Error(((NativeCall.Wrong)call).Error, chars);
        try
        {
            var result = await calls.InvokeAsync(ready.Tool, ready.Arguments, cancellationToken).ConfigureAwait(false);
            return BoundedJson.Write(ToolJson.Result(ready.Tool, result), ready.Notes, chars);
        }
        catch (HostException failure)
        {
            return BoundedJson.Error($"{failure.PythonType}: {failure.Message}", chars);
        }
    }
}
