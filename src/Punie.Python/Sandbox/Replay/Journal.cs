using System.Diagnostics;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Replay;

/// <summary>
/// The log of everything that a run learns from outside: answers of the host and readings of the clock, in order.
/// </summary>
/// <remarks>
/// A program is deterministic apart from that, so a saved run is its source and this log. Results are copied at this
/// door, as a replay must copy them: a host function that returns its own argument returns an equal value, not the same
/// object.
/// </remarks>
internal sealed partial class Journal
{
    private readonly SavedWriter _log;
    private readonly SavedWriter _late;
    private readonly JournalClock _clock;
    private readonly ValueReader _values;
    private readonly RunContext _ctx;
    private readonly Func<HostCallRequest, bool>? _suspendBefore;
    private int _calls;
    private long _turn;
    private long _lastDate;
    private long _lastRunning;
    private bool _isClosing;

    /// <summary>Starts or continues a log.</summary>
    /// <param name="ctx">The run.</param>
    /// <param name="options">What its caller wants.</param>
    /// <param name="resumed">The run that is continued; or null.</param>
    internal Journal(RunContext ctx, RunOptions options, Resumption? resumed)
    {
        _ctx = ctx;
        _log = new SavedWriter(ctx.Meter);
        _late = new SavedWriter(ctx.Meter);
        _clock = new JournalClock(this, options.Clock);
        _values = new ValueReader(ctx);
        _suspendBefore = options.SuspendBefore;
        _resumed = resumed;
        _past = new SavedReader(resumed?.Saved.State.Log ?? default);
        Options = options with { Clock = _clock, Seed = resumed?.Saved.State.Seed ?? options.Seed };
    }

    /// <summary>The options with the clock and the seed that the program sees.</summary>
    internal RunOptions Options { get; }

    /// <summary>A host call begins. False when its answer is known or will be: it must not be made.</summary>
    internal bool Begin(PyHostCall call)
    {
        call.Facts = CallFacts.Of(_ctx, call.Function.Name, call.Arguments);
        call.Number = _calls++;
        if (IsReplaying && !IsAtSavedCall(call))
        {
            Replay(call);
            return false;
        }
        var isAnswered = _resumed?.Answer is not null && IsReplaying;
        if (IsReplaying) GoOn(call.Facts);
        else if (IsToSuspend(call)) throw new SuspendException(call);
        _log.Byte((byte)EntryKind.Call);
        _log.Text(call.Facts.Function);
        _log.Fixed(call.Facts.Digest);
        if (isAnswered) Settle(call, _resumed!.Answer!, isLate: false);
        return !isAnswered;
    }

    /// <summary>A host call has ended: logs the answer and gives it to the program.</summary>
    internal void Settle(PyHostCall call, HostAnswer answer, bool isLate)
    {
        if (_isClosing)
        {
            _late.Number((ulong)call.Number);
            WriteAnswer(_late, call, answer);
            return;
        }
        var start = _log.Length;
        _log.Byte((byte)(isLate ? EntryKind.Completion : EntryKind.Answer));
        if (isLate)
        {
            _log.Number((ulong)call.Number);
            _log.Number((ulong)_turn);
        }
        var body = _log.Length;
        WriteAnswer(_log, call, answer);
        _ctx.Meter.Allocated(this, _log.Length - start);
        Deliver(call, _log.ReadFrom(body));
    }

    /// <summary>A turn of the event loop begins; calls that ended in it at the first time end again.</summary>
    internal void Turn()
    {
        _turn++;
        if (IsReplaying) ReplayCompletions();
    }

    /// <summary>What <c>datetime.now()</c> and <c>time.time()</c> see.</summary>
    internal long Date() =>
        _lastDate = IsReplaying
        ? ReplayReading(EntryKind.Date, _lastDate)
        : Log(EntryKind.Date, _lastDate, _clock.Date);

    /// <summary>What <c>time.perf_counter()</c> and timers see.</summary>
    internal long Running() =>
        _lastRunning = IsReplaying
        ? ReplayReading(EntryKind.Running, _lastRunning)
        : Log(EntryKind.Running, _lastRunning, _clock.Now);

    /// <summary>The run as it is now; waits for the calls that have begun, so that none is made twice.</summary>
    internal SavedRun Save(SuspendException suspended, SandboxLimits limits)
    {
        _isClosing = true;
        _ctx.Loop.WaitForHost();
        var call = suspended.Call;
        return new SavedRun(new SavedState
        {
            Source = _ctx.Program.Source.Text,
            Limits = limits,
            Seed = Options.Seed,
            TimeUsed = _ctx.Meter.TimeLeft > TimeSpan.Zero ? limits.WallTime - _ctx.Meter.TimeLeft : limits.WallTime,
            Running = _clock.Now,
            Output = _ctx.Output.ToString(),
            Log = _log.Written.ToArray(),
            Late = _late.Written.ToArray(),
            Function = call.Function.Name,
            Arguments = [.. call.Arguments.Select(a => a.Repr())],
            Digest = call.Facts!.Digest,
            HostCalls = call.Number,
        });
    }

    private bool IsToSuspend(PyHostCall call)
    {
        try
        {
            return _suspendBefore?.Invoke(
                new HostCallRequest(call.Function.Name, new HostArguments(call.Arguments), call.Number + 1)) == true;
        }
        catch (Exception exception) when (HostFault.Is(exception))
        {
            throw new HostFault(exception);
        }
    }

    private long Log(EntryKind kind, long last, long now)
    {
        var start = _log.Length;
        _log.Byte((byte)kind);
        _log.Signed(now - last);
        _ctx.Meter.Allocated(this, _log.Length - start);
        return now;
    }

    private static void WriteAnswer(SavedWriter output, PyHostCall call, HostAnswer answer)
    {
        var start = output.Length;
        output.Byte(0);
        var (type, message) = answer is HostAnswer.Failure { Error: var error }
            ? (error.PythonType, error.Message)
            : ("TypeError", null);
        if (answer is HostAnswer.Result { Value: var value })
        {
            var problem = ValueWriter.WriteResult(output, value, call.Facts!.Opaque);
            if (problem is null) return;
            message = $"{call.Function.Name}(): {problem}";
        }
        output.Cut(start);
        output.Byte(1);
        output.Text(type);
        output.Text(message ?? throw new UnreachableException());
    }

    // Recorded or replayed, the program gets what was read from the log.
    private void Deliver(PyHostCall call, SavedReader answer)
    {
        if (answer.Byte() == 0) call.Succeed(_ctx, _values.Read(answer, call.Facts!.Opaque));
        else call.Fail(new HostException(answer.Text(), answer.Text()));
    }
}
