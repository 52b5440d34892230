using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Asyncio;

/// <summary>
/// <c>asyncio</c>: tasks on the program's thread; host calls that were started together work at the same time.
/// </summary>
/// <remarks>
/// Locks, queues, task groups and waiting are in <c>Library/asyncio.py</c>, which is run when one of its names is asked
/// for.
/// </remarks>
internal static class AsyncioModule
{
    internal static readonly PyType InvalidStateError =
        PyType.Native("InvalidStateError", "asyncio.exceptions", ExceptionTypes.Exception);

    internal static PyModule Make()
    {
        var native = Native();
        return new PyModule("asyncio", native.Members)
        {
            Later = ctx =>
                Library.LibraryModule.Load(ctx, "asyncio", native)
        };
    }

    private static PyModule Native() => NativeModule.Make(
        "asyncio",
        [
            new NativeFunction("run", "main, *, debug=None", Run),
            new NativeFunction("gather", "*aws, return_exceptions=False", PyGather.Start),
            new NativeFunction("sleep", "delay, result=None", Sleep),
            new NativeFunction("create_task", "coro, *, name=None, context=None", CreateTask),
            new NativeFunction("ensure_future", "coro, *, loop=None", (ctx, a) => PyValue.Of(Future(ctx, a[0]))),
            new NativeFunction("iscoroutine", "obj", (_, a) => PyValue.Bool(a[0].Ref is PyCoroutine or PyAwaiter)),
            new NativeFunction("iscoroutinefunction", "func", (_, a) => PyValue.Bool(IsCoroutineFunction(a[0]))),
            new NativeFunction("isfuture", "obj", (_, a) => PyValue.Bool(a[0].Ref is PyFuture)),
            new NativeFunction("current_task", "loop=None", (ctx, _) => ctx.Loop.Current?.AsValue ?? PyValue.None),
            new NativeFunction("all_tasks", "loop=None", AllTasks),
            new NativeFunction("get_running_loop", "", (ctx, _) =>
                ctx.Loop.IsRunning ? PyValue.Of(PyLoop.Of(ctx)) : throw ctx.RuntimeError("no running event loop")),
            new NativeFunction("get_event_loop", "", (ctx, _) => PyValue.Of(PyLoop.Of(ctx))),
            new NativeFunction("new_event_loop", "", (ctx, _) => PyValue.Of(PyLoop.Of(ctx))),
            new NativeFunction("set_event_loop", "loop", (_, _) => PyValue.None),
        ],
        ("CancelledError", PyValue.Of(ExceptionTypes.CancelledError)),
        ("TimeoutError", PyValue.Of(ExceptionTypes.TimeoutError)),
        ("InvalidStateError", PyValue.Of(InvalidStateError)),
        ("FIRST_COMPLETED", PyValue.Str("FIRST_COMPLETED")), ("FIRST_EXCEPTION", PyValue.Str("FIRST_EXCEPTION")),
        ("ALL_COMPLETED", PyValue.Str("ALL_COMPLETED")),
        ("Future", PyValue.Of(PyFuture.FutureType)),
        ("Task", PyValue.Of(PyTask.TaskType)));

    /// <summary>A task for a coroutine; a future stays what it is.</summary>
    internal static PyFuture Future(RunContext ctx, PyValue awaitable) =>
        IsAwaitable(awaitable)
            ? ctx.Loop.Start(awaitable)
            : throw ctx.TypeError("An asyncio.Future, a coroutine or an awaitable is required");

    /// <summary>Seconds as a time span.</summary>
    internal static TimeSpan Delay(RunContext ctx, PyValue seconds) =>
        TimeSpan.FromSeconds(
            Math.Clamp(seconds.IsFloat
            ? double.IsNaN(seconds.Double) ? 0 : seconds.Double
            : ctx.Int64(seconds), 0, 1e9));

    internal static PyValue CreateTask(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not (PyCoroutine or PyAwaiter or PyHostCall))
            throw ctx.TypeError($"a coroutine was expected, got {ctx.Repr(a[0])}");
        if (!ctx.Loop.IsRunning) throw ctx.RuntimeError("no running event loop");
        var task = ctx.Loop.StartTask(a[0]);
        if (!a[1].IsNone) task.Name = ctx.Str(a[1]);
        return PyValue.Of(task);
    }

    private static bool IsAwaitable(PyValue value) =>
        value.Ref is PyCoroutine or PyAwaiter or PyFuture
            || (value.Ref is PyInstance instance && instance.Type.TryLookupUser("__await__", out _));

    private static PyValue Run(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (ctx.Loop.IsRunning) throw ctx.RuntimeError("asyncio.run() cannot be called from a running event loop");
        if (a[0].Ref is not (PyCoroutine or PyAwaiter or PyFuture))
            throw ctx.ValueError($"a coroutine was expected, got {ctx.Repr(a[0])}");
        return ctx.Loop.Run(a[0]);
    }

    private static PyValue Sleep(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ctx.New(new PySleep(Delay(ctx, a[0]), a[1]), 96);

    private static bool IsCoroutineFunction(PyValue value) =>
        value.Ref is PyFunction { Code.Kind: Sandbox.Nodes.FunctionKind.Coroutine }
            || (value.Ref is PyMethod method && IsCoroutineFunction(method.Function));

    private static PyValue AllTasks(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var set = new PySet();
        foreach (var task in ctx.Loop.Tasks) set.Add(ctx, PyValue.Of(task));
        return ctx.New(set);
    }
}
