namespace Punie.Python.Sandbox.Runtime;

#pragma warning disable CA1001 // the work may end after the run; the event holds nothing to free
/// <summary>
/// One call of .NET that takes long and looks at no token: it works in a thread of its own while the program's thread
/// waits, which a cancellation and the time limit end at once.
/// </summary>
/// <remarks>The other thread may work on behind the end of the run; who calls this bounds for how long.</remarks>
internal sealed class LongWork
{
    private readonly ManualResetEventSlim _done = new();
    private Exception? _failure;

    internal static T Run<T>(RunContext ctx, Func<T> call)
    {
        T result = default!;
        var work = new LongWork();
        InterpreterThread.Run(_ => work.Do(() => result = call()));
        while (!work._done.Wait(Wait(ctx), ctx.Meter.Cancellation)) ctx.Meter.CheckTime();
        ctx.Meter.CheckTime();
        return work._failure is null ? result : throw new InvalidOperationException("Long work failed.", work._failure);
    }

    private static TimeSpan Wait(RunContext ctx) =>
        ctx.Meter.TimeLeft < TimeSpan.FromMinutes(1)
            ? TimeSpan.FromMilliseconds(Math.Max(1, ctx.Meter.TimeLeft.TotalMilliseconds + 1))
            : TimeSpan.FromMinutes(1);

    private void Do(Action call)
    {
        try
        {
            call();
        }
#pragma warning disable CA1031 // the thread is shared: whatever is thrown goes to the program's thread
        catch (Exception exception)
        {
            _failure = exception;
        }
#pragma warning restore CA1031
        _done.Set();
    }
}
