using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>What a call of a function gives.</summary>
internal enum FunctionKind
{
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// <summary>
/// The parameters of a function in slot order: positional, keyword-only, then <c>*args</c> and <c>**kwargs</c>.
/// </summary>
/// <param name="Names">Of the positional and keyword-only parameters.</param>
/// <param name="PositionalOnly">How many of them stand before <c>/</c>.</param>
/// <param name="Positional">How many of them may be given by position.</param>
/// <param name="HasRest">True with <c>*args</c>.</param>
/// <param name="HasKeywords">True with <c>**kwargs</c>.</param>
internal sealed record ParameterLayout(string[] Names, int PositionalOnly, int Positional, bool HasRest,
    bool HasKeywords)
{
    internal bool IsSimple => Positional == Names.Length && !HasRest && !HasKeywords;

    internal int SlotCount => Names.Length + (HasRest ? 1 : 0) + (HasKeywords ? 1 : 0);
}

/// <summary>A function's body, compiled once; shared by all closures over it.</summary>
internal sealed class FunctionCode(string name, string qualifiedName, ParameterLayout parameters)
{
    internal string Name { get; } = name;

    internal string QualifiedName { get; } = qualifiedName;

    internal ParameterLayout Parameters { get; } = parameters;

    internal string? Documentation { get; init; }

    internal FunctionKind Kind { get; init; }

    /// <summary>Number of locals; known when the body has been compiled.</summary>
    internal int SlotCount { get; set; }

    /// <summary>Slots of own variables that inner functions share.</summary>
    internal int[] CellSlots { get; set; } = [];

    /// <summary>Slot of the first captured cell.</summary>
    internal int FirstFree { get; set; }

    /// <summary>The body where it is one expression; else <see cref="Body"/> is set.</summary>
    internal ExpressionNode? Result { get; set; }

    internal StatementNode? Body { get; set; }

    /// <summary>True when exactly this many positional arguments can be put into slots without further work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Takes(int count) => _simpleCount == count;

    private int _simpleCount = -1;

    // True where a call has nothing to prepare and its result is that of one expression or of a body.
    private bool _isPlain;

    /// <summary>Call when all of the above is set.</summary>
    internal void Complete()
    {
        _simpleCount = Parameters.IsSimple ? Parameters.Positional : -1;
        _isPlain = Kind == FunctionKind.Plain && CellSlots.Length == 0;
    }

    internal PyValue Call(RunContext ctx, PyFunction function, Arguments arguments)
    {
        var top = ctx.Top;
        ref var frame = ref Reserve(ctx);
        if (arguments.Keywords is null && Takes(arguments.Values.Length))
            arguments.Values.CopyTo(MemoryMarshal.CreateSpan(ref frame, SlotCount));
        else ArgumentBinder.Bind(ctx, function, arguments, MemoryMarshal.CreateSpan(ref frame, SlotCount));
        return Invoke(ctx, function, ref frame, top);
    }

    /// <summary>Makes room for the locals; they are unbound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref PyValue Reserve(RunContext ctx)
    {
        var top = ctx.Top;
        if (top + SlotCount > ctx.Stack.Length) return ref MemoryMarshal.GetArrayDataReference(new PyValue[SlotCount]);
        ctx.Top = top + SlotCount;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ctx.Stack), top);
    }

    /// <summary>Runs the body over slots that hold the arguments, then gives the room back.</summary>
    internal PyValue Invoke(RunContext ctx, PyFunction function, ref PyValue frame, int top)
    {
        ctx.Step();
        ctx.EnterFrame();
        if (!_isPlain || function.Closure.Length > 0) Share(function, ref frame);
        PyValue result;
        if (!_isPlain && Kind != FunctionKind.Plain)
            result = Suspension.SuspendedCall.Begin(ctx, function, MemoryMarshal.CreateSpan(ref frame, SlotCount));
        else if (Result is { } expression) result = expression.Evaluate(ctx, ref frame);
        else
        {
            var signal = Body!.Execute(ctx, ref frame);
            ctx.ThrowRaised(signal);
            result = PyValue.None;
            if (signal == Signal.Return)
            {
                result = ctx.ReturnValue;
                ctx.ReturnValue = default;
            }
        }
        ctx.Leave();
        for (var i = 0; i < SlotCount; i++) Unsafe.Add(ref frame, i) = default;
        ctx.Top = top;
        return result;
    }

    internal PyValue DefaultsTuple(PyFunction function)
    {
        var defaults = function.Defaults.Take(Parameters.Positional).Where(d => !d.IsUnbound).ToArray();
        return defaults.Length == 0 ? PyValue.None : PyValue.Of(new PyTuple(defaults));
    }

    internal PyValue KeywordDefaults(RunContext ctx, PyFunction function)
    {
        var defaults = ctx.NewDict();
        for (var i = Parameters.Positional; i < Parameters.Names.Length; i++)
        {
            if (!function.Defaults[i].IsUnbound) defaults.SetText(Parameters.Names[i], function.Defaults[i]);
        }
        return defaults.Count == 0 ? PyValue.None : PyValue.Of(defaults);
    }

    private void Share(PyFunction function, ref PyValue frame)
    {
        foreach (var slot in CellSlots)
        {
            ref var variable = ref Unsafe.Add(ref frame, slot);
            variable = PyValue.Of(new PyCell(variable));
        }
        for (var i = 0; i < function.Closure.Length; i++)
            Unsafe.Add(ref frame, FirstFree + i) = PyValue.Of(function.Closure[i]);
    }
}
