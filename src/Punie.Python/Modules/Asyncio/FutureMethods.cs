using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Asyncio;

/// <summary>Methods of futures and tasks; called once from the list of built-in types.</summary>
internal static class FutureMethods
{
    internal static void Define()
    {
        PyFuture.FutureType.New = (ctx, _, _) => ctx.New(new PyFuture(), 160);
        PyFuture.FutureType.Define(
            new NativeFunction("done", "self, /", (_, a) => PyValue.Bool(Future(a).IsDone)),
            new NativeFunction("result", "self, /", (ctx, a) => Done(ctx, a, "Result").Get(ctx)),
            new NativeFunction("exception", "self, /", Exception),
            new NativeFunction("cancel", "self, msg=None", (ctx, a) => PyValue.Bool(Future(a).Cancel(ctx, a[1]))),
            new NativeFunction("cancelled", "self, /", (_, a) => PyValue.Bool(Future(a).IsCancelled)),
            new NativeFunction("set_result", "self, result, /", SetResult),
            new NativeFunction("set_exception", "self, exception, /", SetException),
            new NativeFunction("add_done_callback", "self, fn, *, context=None", AddCallback),
            new NativeFunction("get_loop", "self, /", (ctx, _) => PyValue.Of(PyLoop.Of(ctx))));
        PyTask.TaskType.Define(
            new NativeFunction("get_name", "self, /", (ctx, a) => ctx.Text(Task(a).Name)),
            new NativeFunction("set_name", "self, value, /", SetName),
            new NativeFunction("get_coro", "self, /", (_, a) => Task(a).Coroutine),
            new NativeFunction("cancelling", "self, /", (_, a) => PyValue.Int(Task(a).CancelRequests)),
            new NativeFunction("uncancel", "self, /", (_, a) => PyValue.Int(Task(a).Uncancel())));
    }

    private static PyFuture Future(ReadOnlySpan<PyValue> a) => (PyFuture)a[0].Ref!;

    private static PyTask Task(ReadOnlySpan<PyValue> a) => (PyTask)a[0].Ref!;

    private static PyFuture Done(RunContext ctx, ReadOnlySpan<PyValue> a, string what) =>
        Future(a).IsDone ? Future(a) : throw ctx.Error(AsyncioModule.InvalidStateError, $"{what} is not set.");

    private static PyValue Exception(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var future = Done(ctx, a, "Exception");
        return future.IsCancelled ? future.Get(ctx) : future.Error?.AsValue ?? PyValue.None;
    }

    private static PyValue SetResult(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (Future(a).IsDone) throw ctx.Error(AsyncioModule.InvalidStateError, "invalid state");
        Future(a).SetResult(a[1]);
        return PyValue.None;
    }

    private static PyValue SetException(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (Future(a).IsDone) throw ctx.Error(AsyncioModule.InvalidStateError, "invalid state");
        Future(a).SetError(GeneratorMethods.ToException(ctx, a[1]));
        return PyValue.None;
    }

    private static PyValue SetName(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Task(a).Name = ctx.Str(a[1]);
        return PyValue.None;
    }

    private static PyValue AddCallback(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var (self, function) = (a[0], a[1]);
        Future(a).WhenDone(() => ctx.Loop.CallSoon(function, [self]));
        return PyValue.None;
    }
}
