using System.Runtime.CompilerServices;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Asyncio;

/// <summary>What <c>asyncio.get_running_loop()</c> gives.</summary>
internal sealed class PyLoop() : PyObject(LoopType)
{
    private static readonly ConditionalWeakTable<RunContext, PyLoop> Loops = [];
    private static readonly PyType LoopType = PyType.Native("_UnixSelectorEventLoop", "asyncio.unix_events").Define(
        new NativeFunction("create_future", "self, /", (ctx, _) => ctx.New(new PyFuture(), 160)),
        new NativeFunction("create_task", "self, coro, *, name=None, context=None", (ctx, a) =>
            AsyncioModule.CreateTask(ctx, a[1..])),
        new NativeFunction("call_soon", "self, callback, *args, context=None", (ctx, a) =>
            Soon(ctx, a[1], ((PyTuple)a[2].Ref!).Items)),
        new NativeFunction("call_later", "self, delay, callback, *args, context=None", (ctx, a) =>
            Later(ctx, a[1], a[2], ((PyTuple)a[3].Ref!).Items)),
        new NativeFunction("time", "self, /", (ctx, _) =>
            PyValue.Float((double)ctx.Options.Clock.GetTimestamp() / ctx.Options.Clock.TimestampFrequency)),
        new NativeFunction("is_running", "self, /", (ctx, _) => PyValue.Bool(ctx.Loop.IsRunning)),
        new NativeFunction("is_closed", "self, /", (_, _) => PyValue.False),
        new NativeFunction("get_debug", "self, /", (_, _) => PyValue.False),
        new NativeFunction("close", "self, /", (_, _) => PyValue.None),
        new NativeFunction("run_until_complete", "self, future, /", (ctx, a) => ctx.Loop.Run(a[1])),
        new NativeFunction("run_in_executor", "self, executor, func, *args", RunNow));

    private static readonly PyType HandleType = PyType.Native("TimerHandle", "asyncio.events").Define(
        new NativeFunction("cancel", "self, /", (_, a) => ((PyHandle)a[0].Ref!).Cancel()),
        new NativeFunction("cancelled", "self, /", (_, a) => PyValue.Bool(((PyHandle)a[0].Ref!).IsCancelled)));

    internal static PyLoop Of(RunContext ctx) => Loops.GetValue(ctx, _ => new PyLoop());

    private static PyValue Soon(RunContext ctx, PyValue function, PyValue[] arguments)
    {
        var handle = new PyHandle();
        ctx.Loop.CallSoon(() => handle.Run(ctx, function, arguments));
        return ctx.New(handle, 64);
    }

    private static PyValue Later(RunContext ctx, PyValue delay, PyValue function, PyValue[] arguments)
    {
        var handle = new PyHandle();
        ctx.Loop.After(AsyncioModule.Delay(ctx, delay))
            .WhenDone(() => ctx.Loop.CallSoon(() => handle.Run(ctx, function, arguments)));
        return ctx.New(handle, 64);
    }

    private static PyValue RunNow(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var future = new PyFuture();
        future.SetResult(ctx.Call(a[2], ((PyTuple)a[3].Ref!).Items));
        return ctx.New(future, 160);
    }

    /// <summary>A call that is planned.</summary>
    private sealed class PyHandle() : PyObject(HandleType)
    {
        internal bool IsCancelled { get; private set; }

        internal PyValue Cancel()
        {
            IsCancelled = true;
            return PyValue.None;
        }

        internal void Run(RunContext ctx, PyValue function, PyValue[] arguments)
        {
            if (IsCancelled) return;
            var mark = ctx.Mark();
            try
            {
                ctx.Call(function, arguments);
            }
            catch (PyRaise)
            {
                ctx.Unwind(mark);
            }
        }
    }
}
