using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Builtins;

/// <summary><c>send</c>, <c>throw</c> and <c>close</c>.</summary>
internal static class GeneratorMethods
{
    internal static void Define()
    {
        DefineGenerators();
        Types.Coroutine.Define(
            new NativeFunction("send", "self, value, /", (ctx, a) => ResumeAwaiter(ctx, a[0], a[1], null)),
            new NativeFunction("throw", "self, typ, val=None, tb=None, /", (ctx, a) =>
                ResumeAwaiter(ctx, a[0], PyValue.None, ToException(ctx, a[1], a[2]))),
            new NativeFunction("close", "self, /", CloseAwaiter),
            new NativeFunction("__await__", "self, /", (_, a) => a[0]));
        Types.AsyncGenerator.Define(
            new NativeFunction("__aiter__", "self, /", (_, a) => a[0]),
            new NativeFunction("__anext__", "self, /", (ctx, a) => Step(ctx, a[0], PyValue.None, null)),
            new NativeFunction("asend", "self, value, /", (ctx, a) => Step(ctx, a[0], a[1], null)),
            new NativeFunction("athrow", "self, typ, val=None, tb=None, /", (ctx, a) =>
                Step(ctx, a[0], PyValue.None, ToException(ctx, a[1], a[2]))),
            new NativeFunction("aclose", "self, /", (ctx, a) =>
                Step(ctx, a[0], PyValue.None, new PyException(ExceptionTypes.GeneratorExit, []), closes: true)));
    }

    /// <summary><c>anext(iterator)</c> and <c>anext(iterator, default)</c>.</summary>
    internal static PyValue AsyncNext(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyAsyncGenerator && !ctx.TryGetAttribute(a[0], "__anext__", out _))
            throw ctx.TypeError($"'{a[0].TypeName}' object is not an async iterator");
        var step = Delegation.AsyncNext(ctx, a[0]);
        return a[1].IsUnbound ? step : ctx.New(new PyNextOrDefault(Delegation.Awaiter(ctx, step), a[1]), 48);
    }

    /// <summary><c>aiter(iterable)</c>.</summary>
    internal static PyValue AsyncIterator(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        a[0].Ref is PyAsyncGenerator || ctx.TryGetAttribute(a[0], "__aiter__", out _)
            ? Delegation.AsyncIterator(ctx, a[0])
            : throw ctx.TypeError($"'{a[0].TypeName}' object is not an async iterable");

    private static PyValue Step(RunContext ctx, PyValue self, PyValue sent, PyException? thrown, bool closes = false) =>
        ctx.New(new PyAsyncStep(((PyAsyncGenerator)self.Ref!).Body, sent, thrown) { Closes = closes }, 64);

    private static PyValue ResumeAwaiter(RunContext ctx, PyValue self, PyValue sent, PyException? thrown) =>
        Delegation.Resume(ctx, self, sent, thrown, out var value) ? value : throw ctx.StopIteration(value);

    private static PyValue CloseAwaiter(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyCoroutine { Body.IsFinished: false }) return PyValue.None;
        var mark = ctx.Mark();
        try
        {
            if (Delegation.Resume(ctx, a[0], PyValue.None, new PyException(ExceptionTypes.GeneratorExit, []), out _))
                throw ctx.RuntimeError("coroutine ignored GeneratorExit");
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.GeneratorExit)
            || raise.Value.Type.IsSubclassOf(ExceptionTypes.StopIteration))
        {
            ctx.Unwind(mark);
        }
        return PyValue.None;
    }

    private static void DefineGenerators() => Types.Generator.Define(
        new NativeFunction("send", "self, value, /", (ctx, a) => Resume(ctx, a[0], a[1], null)),
        new NativeFunction("throw", "self, typ, val=None, tb=None, /", (ctx, a) =>
            Resume(ctx, a[0], PyValue.None, ToException(ctx, a[1], a[2]))),
        new NativeFunction("close", "self, /", Close));

    /// <summary>An exception to raise, from a class or an instance, as <c>raise</c> takes it.</summary>
    internal static PyException ToException(RunContext ctx, PyValue value, PyValue argument = default)
    {
        if (value.Ref is PyException exception) return exception;
        if (value.Ref is not PyType type || !type.IsSubclassOf(ExceptionTypes.BaseException))
            throw ctx.TypeError("exceptions must derive from BaseException");
        var made = argument.IsUnbound || argument.IsNone ? ctx.Call(value, []) : ctx.Call(value, [argument]);
        return made.Ref as PyException
            ?? throw ctx.TypeError(
                $"calling {ctx.Repr(value)} should have returned an instance of BaseException, not {made.TypeName}");
    }

    private static PyValue Resume(RunContext ctx, PyValue self, PyValue sent, PyException? thrown) =>
        ((PyGenerator)self.Ref!).Body.Resume(ctx, sent, thrown, out var value) ? value : throw ctx.StopIteration(value);

    private static PyValue Close(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ((PyGenerator)a[0].Ref!).Close(ctx);
        return PyValue.None;
    }
}
