using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Modules.Decimals;

/// <summary>The exceptions of <c>decimal</c>.</summary>
internal static class DecimalSignals
{
    internal static readonly PyType Base = PyType.Native("DecimalException", "decimal", ExceptionTypes.ArithmeticError);
    internal static readonly PyType Clamped = Make("Clamped", Base);
    internal static readonly PyType InvalidOperation = Make("InvalidOperation", Base);
    internal static readonly PyType DivisionByZero = Make("DivisionByZero", Base, ExceptionTypes.ZeroDivisionError);
    internal static readonly PyType Inexact = Make("Inexact", Base);
    internal static readonly PyType Rounded = Make("Rounded", Base);
    internal static readonly PyType Subnormal = Make("Subnormal", Base);
    internal static readonly PyType Overflow = Make("Overflow", Inexact, Rounded);
    internal static readonly PyType Underflow = Make("Underflow", Inexact, Rounded, Subnormal);
    internal static readonly PyType FloatOperation = Make("FloatOperation", Base, ExceptionTypes.TypeError);

    // Conditions that are shown, but signalled as InvalidOperation.
    internal static readonly PyType ConversionSyntax = Make("ConversionSyntax", InvalidOperation);
    internal static readonly PyType DivisionImpossible = Make("DivisionImpossible", InvalidOperation);
    internal static readonly PyType DivisionUndefined =
        Make("DivisionUndefined", InvalidOperation, ExceptionTypes.ZeroDivisionError);
    internal static readonly PyType InvalidContext = Make("InvalidContext", InvalidOperation);

    /// <summary>What a context counts and traps.</summary>
    internal static readonly PyType[] All =
        [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped];

    /// <summary>In the order in which the text of a context lists them.</summary>
    internal static readonly PyType[] Shown =
        [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow];

    private static PyType Make(string name, params PyType[] bases) => PyType.Native(name, "decimal", bases);
}
