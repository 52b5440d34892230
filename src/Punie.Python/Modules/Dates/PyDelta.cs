using System.Globalization;
using System.Numerics;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Dates;

/// <summary>A <c>timedelta</c>, in microseconds.</summary>
internal sealed class PyDelta(Int128 microseconds) : PyObject(DeltaType), IHasAbsolute, IHasDivMod
{
    internal const long PerSecond = 1_000_000;
    internal const long PerDay = 86400 * PerSecond;

    internal static readonly PyType DeltaType = IterationFunctions.Make("timedelta",
        "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0", New, "datetime");

    private static readonly string[] UnitNames =
        ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];

    private static readonly long[] Units = [PerDay, PerSecond, 1, 1000, 60 * PerSecond, 3600 * PerSecond, 7 * PerDay];

    internal Int128 Microseconds { get; } = microseconds;

    private long Days => (long)(Microseconds >= 0 ? Microseconds / PerDay : -((-Microseconds + PerDay - 1) / PerDay));

    private long WithinDay => (long)(Microseconds - (Int128)Days * PerDay);

    internal static void Define()
    {
        Add("days", d => PyValue.Int(d.Days));
        Add("seconds", d => PyValue.Int(d.WithinDay / PerSecond));
        Add("microseconds", d => PyValue.Int(d.WithinDay % PerSecond));
        DeltaType.Define(
            new NativeFunction("total_seconds", "self, /", (_, a) => PyValue.Float(((PyDelta)a[0].Ref!).TotalSeconds)));
        DeltaType.Define("min", PyValue.Of(new PyDelta((Int128)(-999999999) * PerDay)));
        DeltaType.Define("max", PyValue.Of(new PyDelta((Int128)1000000000 * PerDay - 1)));
        DeltaType.Define("resolution", PyValue.Of(new PyDelta(1)));
    }

    internal double TotalSeconds => (double)Microseconds / PerSecond;

    internal static PyValue Make(RunContext ctx, Int128 microseconds)
    {
        var delta = new PyDelta(microseconds);
        if (Math.Abs(delta.Days) > 999999999) throw TooLong(ctx, delta.Days);
        return ctx.New(delta, 48);
    }

    internal override bool Truth(RunContext ctx) => Microseconds != 0;

    internal override long Hash(RunContext ctx) => Hashing.OfBigInteger((BigInteger)Microseconds);

    internal override string Repr(RunContext ctx)
    {
        var parts = new List<string>();
        if (Days != 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"days={Days}"));
        if (WithinDay / PerSecond != 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"seconds={WithinDay / PerSecond}"));
        if (WithinDay % PerSecond != 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"microseconds={WithinDay % PerSecond}"));
        return $"datetime.timedelta({(parts.Count == 0 ? "0" : string.Join(", ", parts))})";
    }

    internal override bool HasOwnText => true;

    internal override string Text(RunContext ctx)
    {
        var seconds = WithinDay / PerSecond;
        var text =
            string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        if (WithinDay % PerSecond != 0)
            text += string.Create(CultureInfo.InvariantCulture, $".{WithinDay % PerSecond:000000}");
        return Days == 0
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"{Days} day{(Math.Abs(Days) == 1 ? "" : "s")}, {text}");
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        other.Ref is PyDelta right
            ? PyValue.Bool(op.Holds(Microseconds.CompareTo(right.Microseconds)))
            : PyValue.NotImplemented;

    public PyValue Absolute(RunContext ctx) => Make(ctx, Int128.Abs(Microseconds));

    internal override PyValue Unary(RunContext ctx, UnaryOperator op) => op switch
    {
        UnaryOperator.USub => Make(ctx, -Microseconds),
        UnaryOperator.UAdd => AsValue,
        _ => PyValue.NotImplemented,
    };

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (other.Ref is PyDelta right)
        {
            var (x, y) = reflected ? (right.Microseconds, Microseconds) : (Microseconds, right.Microseconds);
            if (op == BinaryOperator.Add) return Make(ctx, x + y);
            if (op == BinaryOperator.Sub) return Make(ctx, x - y);
            if (y == 0 && op is BinaryOperator.Div or BinaryOperator.FloorDiv or BinaryOperator.Mod && y == 0)
                throw ctx.ZeroDivisionError(
                    op switch
                    {
                        BinaryOperator.Div => "division by zero",
                        BinaryOperator.Mod => "integer modulo by zero",
                        _ => "integer division or modulo by zero"
                    });
            if (op == BinaryOperator.Div) return PyValue.Float((double)x / (double)y);
            if (op == BinaryOperator.FloorDiv) return PyValue.Int((BigInteger)Floor(x, y));
            return op == BinaryOperator.Mod ? Make(ctx, x - Floor(x, y) * y) : PyValue.NotImplemented;
        }
        if (op == BinaryOperator.Mult && ctx.TryInteger(other, out var factor))
            return Make(ctx, Checked(ctx, (BigInteger)Microseconds * factor));
        if (op == BinaryOperator.Mult && other.IsFloat)
            return Make(ctx, Rounded(ctx, (double)Microseconds * other.Double));
        if (reflected) return PyValue.NotImplemented;
        if (ctx.TryInteger(other, out var divisor) && op is BinaryOperator.Div or BinaryOperator.FloorDiv
            && ctx.TryInteger(other, out divisor))
        {
            if (divisor.IsZero) throw ctx.ZeroDivisionError("integer division or modulo by zero");
            if (op == BinaryOperator.FloorDiv) return Make(ctx, Floor(Microseconds, (Int128)divisor));
            return Make(ctx, HalfEven((BigInteger)Microseconds, divisor));
        }
        return op == BinaryOperator.Div && other.IsFloat
            ? Make(ctx, Rounded(ctx, (double)Microseconds / other.Double))
            : PyValue.NotImplemented;
    }

    private static void Add(string name, Func<PyDelta, PyValue> read) =>
        DeltaType.Define(name, PyValue.Of(new NativeProperty(name, (_, self) => read((PyDelta)self.Ref!))));

    private static PyValue New(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        BigInteger total = BigInteger.Zero;
        double fraction = 0;
        for (var i = 0; i < Units.Length; i++)
        {
            if (ctx.TryInteger(a[i], out var whole)) total += whole * Units[i];
            else
            {
                if (!a[i].IsFloat)
                    throw ctx.TypeError($"unsupported type for timedelta {UnitNames[i]} component: {a[i].TypeName}");
                var floor = Math.Floor(a[i].Double);
                total += NumberParsing.Truncate(ctx, floor) * Units[i];
                fraction += (a[i].Double - floor) * Units[i];
            }
        }
        return Make(ctx, Checked(ctx, total) + (Int128)Math.Round(fraction, MidpointRounding.ToEven));
    }

    private static Int128 Checked(RunContext ctx, BigInteger value) =>
        BigInteger.Abs(value) < (BigInteger)1000000000 * PerDay ? (Int128)value : throw TooLong(ctx, value / PerDay);

    private static PyRaise TooLong(RunContext ctx, BigInteger days) =>
        ctx.OverflowError(BigInteger.Abs(days) > int.MaxValue
            ? "Python int too large to convert to C int"
            : $"days={days}; must have magnitude <= 999999999");

    private static Int128 Rounded(RunContext ctx, double value) =>
        Checked(ctx, NumberParsing.Truncate(ctx, Math.Round(value, MidpointRounding.ToEven)));

    private static Int128 Floor(Int128 x, Int128 y)
    {
        var quotient = x / y;
        return quotient * y != x && (x < 0) != (y < 0) ? quotient - 1 : quotient;
    }

    private static Int128 HalfEven(BigInteger x, BigInteger y)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(x), BigInteger.Abs(y), out var rest);
        var twice = (rest * 2).CompareTo(BigInteger.Abs(y));
        if (twice > 0 || (twice == 0 && !quotient.IsEven)) quotient += 1;
        return (Int128)(x.Sign * y.Sign < 0 ? -quotient : quotient);
    }
}
