using Punie.Python.Sandbox.Compiling;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Replay;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;
using Punie.Python.Syntax;

namespace Punie.Python.Sandbox;

/// <summary>A Python program with the host functions that it may call and the limits that it must keep.</summary>
/// <remarks>
/// Immutable and safe to run from several threads; every run begins afresh. Not an operating-system boundary.
/// </remarks>
public sealed class SandboxProgram
{
    private readonly string _source;
    private readonly SandboxLimits _limits;
    private readonly NameTable _host = new();
    private readonly Resumption? _resumed;
    private ProgramUnit? _unit;

    private SandboxProgram(string source, IReadOnlyList<HostFunction> hostFunctions, SandboxLimits limits,
        Resumption? resumed)
    {
        _source = source;
        _limits = limits.Checked();
        _resumed = resumed;
        foreach (var function in hostFunctions) _host.Add(function.Name, PyValue.Of(new PyHostFunction(function)));
    }

    /// <summary>
    /// Prepares a program. It is parsed at its first run, inside the limits: a syntax error is an outcome of that run.
    /// </summary>
    /// <param name="source">Python source text.</param>
    /// <param name="hostFunctions">What the program may call, by unique name.</param>
    /// <param name="limits">What each run may spend.</param>
    public static SandboxProgram Compile(string source, IReadOnlyList<HostFunction> hostFunctions,
        SandboxLimits limits) =>
            new(source, hostFunctions, limits, null);

    /// <summary>
    /// Prepares the continuation of a saved run: each run of it repeats the past with the saved answers, without a call
    /// of the host and without output, and goes on with the host call before which it was saved.
    /// </summary>
    /// <param name="saved">The run.</param>
    /// <param name="hostFunctions">The same names and parameters as at its start.</param>
    /// <param name="answer">How that host call ends; null to make it.</param>
    public static SandboxProgram Resume(SavedRun saved, IReadOnlyList<HostFunction> hostFunctions,
        HostAnswer? answer = null) =>
            new(saved.Source, hostFunctions, saved.Limits, new Resumption(saved, answer));

    /// <summary>Runs the program on a thread of its own and waits for it.</summary>
    public RunOutcome Run(RunOptions options, CancellationToken cancellationToken)
    {
        using var done = new ManualResetEventSlim();
        RunOutcome? outcome = null;
        Exception? failure = null;
        InterpreterThread.Run(stack =>
        {
            (outcome, failure) = RunGuarded(options, stack, cancellationToken);
            done.Set();
        });
        done.Wait(CancellationToken.None);
        return outcome ?? throw Failed(failure);
    }

    /// <summary>Runs the program on a thread of its own.</summary>
    public async Task<RunOutcome> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var done =
            new TaskCompletionSource<(RunOutcome? Outcome, Exception? Failure)>(TaskCreationOptions.RunContinuationsAsynchronously);
        InterpreterThread.Run(stack => done.SetResult(RunGuarded(options, stack, cancellationToken)));
        var (outcome, failure) = await done.Task.ConfigureAwait(false);
        return outcome ?? throw Failed(failure);
    }

    private static Exception Failed(Exception? failure) =>
        failure as SavedRunException
            ?? (Exception)new InvalidOperationException("The host failed while a program ran.",
            (failure as HostFault)?.InnerException ?? failure);

    private (RunOutcome? Outcome, Exception? Failure) RunGuarded(RunOptions options, InterpreterStack stack,
        CancellationToken cancellationToken)
    {
        try
        {
            return (Run(options, stack, cancellationToken), null);
        }
#pragma warning disable CA1031 // the thread is shared: whatever a host function throws goes to the caller of Run
        catch (Exception exception)
        {
            return (null, exception);
        }
#pragma warning restore CA1031
    }

    private RunOutcome Run(RunOptions options, InterpreterStack stack, CancellationToken cancellationToken)
    {
        if (_source.Length > _limits.SourceChars) return new RunOutcome.Stopped(Limit.Source, "");
        using var ctx =
            new RunContext(_limits, options, stack, new Meter(_limits, options.Clock, cancellationToken), _resumed);
        try
        {
            return RunOrSuspend(ctx);
        }
        catch (StopException stop)
        {
            return new RunOutcome.Stopped(stop.Limit, ctx.Output.ToString());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new RunOutcome.Cancelled(ctx.Output.ToString());
        }
        catch (OperationCanceledException) when (ctx.IsOutOfTime)
        {
            return new RunOutcome.Stopped(Limit.WallTime, ctx.Output.ToString());
        }
    }

    private RunOutcome RunOrSuspend(RunContext ctx)
    {
        try
        {
            var outcome = RunToEnd(ctx);
            return ctx.Journal is { IsReplaying: true } ? throw Journal.EndedTooEarly() : outcome;
        }
        catch (SuspendException suspended)
        {
            return new RunOutcome.Suspended(ctx.Journal!.Save(suspended, _limits), ctx.Output.ToString());
        }
        catch (OutOfMemoryException)
        {
            return new RunOutcome.Stopped(Limit.Bytes, ctx.Output.ToString());
        }
#pragma warning disable CA1031 // the last line of defence: a defect of the sandbox ends one program, not its host
        catch (Exception fault) when (HostFault.Is(fault))
        {
            return new RunOutcome.Raised(ErrorReport.Fault(ctx), ctx.Output.ToString()) { Fault = fault };
        }
#pragma warning restore CA1031
    }

    private RunOutcome RunToEnd(RunContext ctx)
    {
        PyException uncaught;
        try
        {
            ctx.Meter.CheckTime();
            if (Prepare(ctx.Meter.Cancellation) is { } invalid) return new RunOutcome.Raised(invalid, "");
            ctx.Meter.CheckTime();
            ctx.Begin(_unit!);
            Execute(ctx, _unit!.Body);
            return new RunOutcome.Finished(ctx.Output.ToString());
        }
        catch (PyRaise raise)
        {
            uncaught = raise.Value;
        }
        // Showing an exception may run code of the program, which may be stopped as any other.
        ctx.Unwind(default);
        uncaught.CaughtAt = 0;
        return new RunOutcome.Raised(Report(ctx, uncaught), ctx.Output.ToString());
    }

    private ScriptError Report(RunContext ctx, PyException uncaught)
    {
        try
        {
            return ErrorReport.Of(ctx, _unit!, uncaught);
        }
        catch (PyRaise)
        {
            ctx.Unwind(default);
        }
        return ErrorReport.Bare(ctx, uncaught.Type.Name, "");
    }

    private ScriptError? Prepare(CancellationToken cancellation)
    {
        if (_unit is not null) return null;
        var options =
            new ParseOptions
            {
                MaxNesting = Math.Min(_limits.Nesting, 1000),
                MaxChars = _limits.SourceChars,
                MaxErrors = 1,
                Cancellation = cancellation
            };
        var parsed = PythonParser.Parse(_source, options);
        if (parsed.Errors is [var first, ..])
            return ErrorReport.Of(parsed.Source, first.Type, first.Message, first.Span.Start);
        var unit = new ProgramUnit(parsed.Source, _host);
        try
        {
            Compiler.Compile(unit, parsed.Module, _limits.Nesting * 5, cancellation);
        }
        catch (CompileException exception)
        {
            return ErrorReport.Of(parsed.Source, "SyntaxError", exception.Message, exception.Span.Start);
        }
        _unit = unit;
        return null;
    }

    private static void Execute(RunContext ctx, FunctionCode body)
    {
        if (body.Kind == FunctionKind.Coroutine)
        {
            ctx.Loop.Run(PyValue.Of(new PyCoroutine(SuspendedCall.Begin(body, new PyValue[body.SlotCount]))));
            return;
        }
        ref var frame = ref body.Reserve(ctx);
        ctx.ThrowRaised(body.Body!.Execute(ctx, ref frame));
    }
}
