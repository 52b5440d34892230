using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules;

/// <summary><c>asyncio</c>: tasks on the program's thread; host calls that were started together work at the same time.</summary>
internal static class AsyncioModule
{
    internal static PyModule Make() => NativeModule.Make(
        "asyncio",
        [
            new NativeFunction("run", "main, *, debug=None", (ctx, a) => ctx.Loop.Run(a[0])),
            new NativeFunction("gather", "*aws, return_exceptions=False", Gather),
            new NativeFunction("sleep", "delay, result=None", Sleep),
            new NativeFunction("create_task", "coro, *, name=None, context=None", (ctx, a) => PyValue.Of(ctx.Loop.Start(a[0]))),
            new NativeFunction("ensure_future", "coro, *, loop=None", (ctx, a) => PyValue.Of(ctx.Loop.Start(a[0]))),
            new NativeFunction("wait_for", "fut, timeout", WaitFor),
            new NativeFunction("iscoroutine", "obj", (_, a) => PyValue.Bool(a[0].Ref is PyCoroutine)),
        ],
        ("CancelledError", PyValue.Of(ExceptionTypes.CancelledError)),
        ("TimeoutError", PyValue.Of(ExceptionTypes.TimeoutError)),
        ("Future", PyValue.Of(PyFuture.FutureType)),
        ("Task", PyValue.Of(PyTask.TaskType)));

    /// <summary>Methods of tasks and futures; called once from the list of built-in types.</summary>
    internal static void DefineMethods() => PyFuture.FutureType.Define(
        new NativeFunction("done", "self, /", (_, a) => PyValue.Bool(Future(a).IsDone)),
        new NativeFunction("result", "self, /", (ctx, a) => Done(ctx, a).Get(ctx)),
        new NativeFunction("exception", "self, /", (ctx, a) => Done(ctx, a).Error?.AsValue ?? PyValue.None),
        new NativeFunction("cancel", "self, msg=None", (ctx, a) => PyValue.Bool(Future(a).Cancel(ctx))),
        new NativeFunction("cancelled", "self, /", (_, a) => PyValue.Bool(Future(a).Error?.Type == ExceptionTypes.CancelledError)),
        new NativeFunction("get_name", "self, /", (_, _) => PyValue.Str("Task")));

    private static PyFuture Future(ReadOnlySpan<PyValue> a) => (PyFuture)a[0].Ref!;

    private static PyFuture Done(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        Future(a).IsDone ? Future(a) : throw ctx.Error(ExceptionTypes.RuntimeError, "Result is not set.");

    private static PyValue Gather(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var awaitables = ((PyTuple)a[0].Ref!).Items;
        var keepErrors = ctx.Truth(a[1]);
        var all = new PyFuture();
        var parts = new PyFuture[awaitables.Length];
        for (var i = 0; i < parts.Length; i++) parts[i] = ctx.Loop.Start(awaitables[i]);
        var open = parts.Length;
        if (open == 0) all.SetResult(ctx.NewList([]));
        foreach (var part in parts)
        {
            part.WhenDone(() =>
            {
                if (part.Error is { } error && !keepErrors) all.SetError(error);
                if (--open == 0 && !all.IsDone) all.SetResult(ctx.NewList([.. parts.Select(p => p.Error is null ? p.Result : p.Error.AsValue)]));
            });
        }
        return ctx.New(all, 160);
    }

    private static PyValue Sleep(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var seconds = a[0].IsFloat ? a[0].Double : ctx.Int64(a[0]);
        var result = a[1];
        var timer = ctx.Loop.After(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e9)));
        if (result.IsNone) return PyValue.Of(timer);
        var future = new PyFuture();
        timer.WhenDone(() => future.SetResult(result));
        return PyValue.Of(future);
    }

    private static PyValue WaitFor(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var work = ctx.Loop.Start(a[0]);
        if (a[1].IsNone) return PyValue.Of(work);
        var seconds = a[1].IsFloat ? a[1].Double : ctx.Int64(a[1]);
        var result = new PyFuture();
        work.WhenDone(() =>
        {
            if (work.Error is null) result.SetResult(work.Result);
            else result.SetError(work.Error);
        });
        ctx.Loop.After(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e9))).WhenDone(() =>
        {
            if (result.IsDone) return;
            result.SetError(new PyException(ExceptionTypes.TimeoutError, []));
            work.Cancel(ctx);
        });
        return PyValue.Of(result);
    }
}
