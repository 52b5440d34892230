using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Compiling;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Replay;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Everything that one run knows. Nodes and native functions get it as their first argument.</summary>
internal sealed class RunContext : IDisposable
{
    // What must be left of the thread's stack for native code between two depth checks.
    private const int StackReserve = 512 * 1024;

    /// <summary>Position of code that is not the program's.</summary>
    internal const int NoPosition = -1;

    private readonly int _maxDepth;
    private readonly int[] _callPositions;
    private readonly ConditionalWeakTable<object, object> _identities = [];
    private readonly nint _stackLimit;
    private ActiveReprs? _reprs;
    private long _lastNaN;
    private CancellationTokenSource? _deadline;
    private CancellationTokenSource? _hostCalls;
    private long _lastIdentity = 0x7f3a_0000_0000;

    internal RunContext(SandboxLimits limits, RunOptions options, InterpreterStack stack, Meter meter,
        Resumption? resumed = null)
    {
        Meter = meter;
        if (options.SuspendBefore is not null || resumed is not null) Journal = new Journal(this, options, resumed);
        Options = Journal?.Options ?? options;
        Stack = stack.Values;
        _stackLimit = stack.LowestAddress + StackReserve;
        _maxDepth = limits.CallDepth;
        _callPositions = new int[Math.Min(limits.CallDepth, 1 << 20) + 2];
        Output =
            new OutputBuffer(limits.OutputChars, options.OnOutput) { AlreadySent = resumed?.Saved.Output.Length ?? 0 };
        Modules = new ModuleTable();
    }

    internal Meter Meter { get; }

    /// <summary>Set when the program has been compiled.</summary>
    internal ProgramUnit Program { get; private set; } = null!;

    /// <summary>The event loop; made at its first use.</summary>
    internal EventLoop Loop => field ??= new EventLoop(this);

    /// <summary>Host calls that have begun and not ended.</summary>
    internal int HostCallsRunning { get; set; }

    /// <summary>Ends host calls when the run is cancelled, out of time or over.</summary>
    internal CancellationToken HostCancellation => (_hostCalls ??= NewHostCalls()).Token;

    /// <summary>True when host calls were told to end because the run's time was up.</summary>
    internal bool IsOutOfTime => Meter.TimeLeft <= TimeSpan.Zero || _deadline is { IsCancellationRequested: true };

    internal RunOptions Options { get; }

    /// <summary>Logs what comes from outside, so that the run can be saved; null when nobody will ask.</summary>
    internal Journal? Journal { get; }

    internal OutputBuffer Output { get; }

    internal ModuleTable Modules { get; }

    /// <summary>Where <c>print</c> writes; None for the output of the run.</summary>
    internal PyValue PrintTarget { get; set; } = PyValue.None;

    /// <summary>The context of <c>decimal</c>; null before its first use.</summary>
    internal PyObject? DecimalContext { get; set; }

    /// <summary>Locals of all active calls; the part above <see cref="Top"/> is always clear.</summary>
    internal PyValue[] Stack { get; }

    internal int Top;

    /// <summary>Global variables of the program by number.</summary>
    internal PyValue[] Globals = [];

    /// <summary>What a <c>return</c> statement left for the function that is ending.</summary>
    internal PyValue ReturnValue;

    /// <summary>What goes out with a <c>yield</c> and comes in with a <c>send</c>.</summary>
    internal PyValue Carried;

    /// <summary>What a suspended expression shall raise when it goes on; or null.</summary>
    internal PyException? Thrown;

    /// <summary>What goes with <see cref="Nodes.Signal.Raise"/>.</summary>
    internal PyException? Raised;

    /// <summary>The exception that the innermost active <c>except</c> block handles.</summary>
    internal PyException? Handled;

    /// <summary>Source offset of the last node that could raise.</summary>
    internal int Position;

    /// <summary>What the pattern that is being matched has captured so far.</summary>
    internal List<(Nodes.TargetNode Target, PyValue Value)> Captures => field ??= [];

    internal int Depth { get; private set; }

    /// <summary>
    /// Changes whenever a class of the program is changed after its creation; nodes that remember lookups compare it.
    /// </summary>
    internal int ClassVersion { get; private set; }

    /// <summary>Counts one unit of work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Step() => Meter.Step();

    /// <summary>Counts several units of native work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Tick(long units) => Meter.Tick(units);

    /// <summary>
    /// Begins a nested call or a recursive native helper; pair with <see cref="Leave"/> on the normal way out.
    /// </summary>
    /// <remarks>
    /// No <c>finally</c>: whoever catches a Python exception restores the depth with <see cref="Unwind"/>.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Enter()
    {
        byte here = 0;
        if (Depth >= _maxDepth || Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here) < _stackLimit)
            throw TooDeep();
        _callPositions[++Depth] = NoPosition;
    }

    /// <summary>As <see cref="Enter"/>, for what a traceback shows as a frame of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EnterFrame()
    {
        Enter();
        _callPositions[Depth] = Position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave() => Depth--;

    /// <summary>What a handler restores when it catches.</summary>
    internal RunMark Mark() => new(Depth, Top, _reprs?.Count ?? 0, Handled);

    internal void Unwind(RunMark mark)
    {
        Depth = mark.Depth;
        if (Top > mark.Top) Array.Clear(Stack, mark.Top, Top - mark.Top);
        Top = mark.Top;
        Handled = mark.Handled;
        _reprs?.CutTo(mark.Reprs);
    }

    /// <summary>False when the container is being shown already, further out.</summary>
    internal bool BeginRepr(object container) => (_reprs ??= new ActiveReprs()).TryBegin(container);

    internal void EndRepr(object container) => _reprs?.End(container);

    /// <summary>
    /// The frames of the active calls, outermost first, the current one last; the middle of a deep stack is left out.
    /// </summary>
    internal TraceEntry[] CaptureTrace()
    {
        const int kept = 16;
        var first = new List<TraceEntry>();
        var owner = 0;
        var at = 1;
        for (; at <= Depth && first.Count < kept; at++)
        {
            if (_callPositions[at] == NoPosition) continue;
            first.Add(new TraceEntry(owner, _callPositions[at]));
            owner = at;
        }
        var last = new List<TraceEntry>();
        var end = Position;
        for (var i = Depth; i >= at && last.Count <= kept; i--)
        {
            if (_callPositions[i] == NoPosition) continue;
            if (end != NoPosition) last.Add(new TraceEntry(i, end));
            end = _callPositions[i];
        }
        if (last.Count <= kept && end != NoPosition) last.Add(new TraceEntry(owner, end));
        last.Reverse();
        return [.. first, .. last];
    }

    /// <summary>What <c>id</c> gives: the same for the same object, and the same in every run of the program.</summary>
    internal long Identity(object value)
    {
        if (_identities.TryGetValue(value, out var known)) return (long)known;
        _lastIdentity += 16;
        _identities.Add(value, _lastIdentity);
        return _lastIdentity;
    }

    internal void Begin(ProgramUnit program)
    {
        Program = program;
        Globals = program.Globals.Count == 0 ? [] : new PyValue[program.Globals.Count];
    }

    // The deadline is by the run's own clock, which decides about its limit of time as well.
    private CancellationTokenSource NewHostCalls()
    {
        var left = Meter.TimeLeft;
        if (left <= TimeSpan.Zero || left >= TimeSpan.FromDays(1))
            return CancellationTokenSource.CreateLinkedTokenSource(Meter.Cancellation);
        _deadline = Meter.DeadlineAfter(left);
        return CancellationTokenSource.CreateLinkedTokenSource(Meter.Cancellation, _deadline.Token);
    }

    public void Dispose()
    {
        _hostCalls?.Cancel();
        _hostCalls?.Dispose();
        _deadline?.Dispose();
        Array.Clear(Stack, 0, Top);
        Meter.Dispose();
    }

    /// <summary>
    /// A not-a-number that is the same only as itself, like a new float object: the payload bits tell them apart.
    /// </summary>
    internal double NewNaN() => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 | ++_lastNaN);

    internal void ClassesChanged() => ClassVersion++;

    /// <summary>Sets an attribute of a class that a program wrote.</summary>
    internal void DefineOn(PyType type, string name, PyValue value)
    {
        type.Define(name, value);
        Meter.Allocated(type, 64);
        ClassesChanged();
    }

    private PyRaise TooDeep() => this.Error(Builtins.ExceptionTypes.RecursionError, "maximum recursion depth exceeded");
}

/// <summary>One frame of a traceback.</summary>
/// <param name="Depth">The call depth of the frame; 0 for the module.</param>
/// <param name="Offset">Where it was, as a source offset.</param>
internal readonly record struct TraceEntry(int Depth, int Offset);

/// <summary>See <see cref="RunContext.Mark"/>.</summary>
internal readonly record struct RunMark(int Depth, int Top, int Reprs, PyException? Handled);
