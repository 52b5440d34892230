using System.Text.RegularExpressions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

#pragma warning disable CA1001 // the search may end after the run; the event holds nothing to free
/// <summary>A search that takes longer than a moment, in a thread of its own while the program's thread waits and can be cancelled.</summary>
/// <remarks>After a cancellation that thread may work on until the time limit of the run: nothing stops .NET's engine but its time-out.</remarks>
internal sealed class LongSearch
{
    private readonly ManualResetEventSlim _done = new();
    private Match? _match;
    private Exception? _failure;

    internal static Match Match(RunContext ctx, Regex regex, string subject, int from)
    {
        var left = ctx.Meter.TimeLeft;
        if (left > TimeSpan.FromHours(1)) left = TimeSpan.FromHours(1);
        if (left < TimeSpan.FromMilliseconds(1)) throw new StopException(Limit.WallTime);
        var patient = new Regex(regex.ToString(), regex.Options, left);
        var search = new LongSearch();
        InterpreterThread.Run(_ => search.Run(patient, subject, from));
        search._done.Wait(ctx.Meter.Cancellation);
        if (search._failure is not null and not RegexMatchTimeoutException) throw new InvalidOperationException("A search failed.", search._failure);
        ctx.Meter.CheckTime();
        return search._match ?? throw new StopException(Limit.WallTime);
    }

    private void Run(Regex regex, string subject, int from)
    {
        try
        {
            _match = regex.Match(subject, from);
        }
#pragma warning disable CA1031 // the thread is shared: whatever the engine throws goes to the program's thread
        catch (Exception exception)
        {
            _failure = exception;
        }
#pragma warning restore CA1031
        _done.Set();
    }
}
