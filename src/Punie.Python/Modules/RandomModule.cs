using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary>A <c>random.Random</c>.</summary>
internal sealed class PyRandom(MersenneTwister twister) : PyObject(RandomType)
{
    internal static readonly PyType RandomType =
        IterationFunctions.Make("Random", "x=None, /", (ctx, a) =>
            ctx.New(new PyRandom(new MersenneTwister(RandomModule.SeedOf(ctx, a[0]))), 2600), "random");

    internal static readonly PyType SystemType = Derived();

    internal MersenneTwister Twister { get; } = twister;

    /// <summary>The second number of a pair of normal ones, kept for the next call.</summary>
    internal double? NextGauss { get; set; }

    // Randomness of the machine would make a run differ from its replay: the seed gives these numbers too.
    private static PyType Derived()
    {
        var type = PyType.Native("SystemRandom", "random", RandomType);
        type.New = RandomType.New;
        return type;
    }
}

/// <summary><c>random</c>: every run begins with the seed that the host gave.</summary>
internal static class RandomModule
{
    private static readonly NativeFunction[] Methods =
    [
        new("random", "self", (_, a) => PyValue.Float(Twister(a).NextDouble())),
        new("seed", "self, a=None, version=2", Seed),
        new("getrandbits", "self, k, /", Bits),
        new("randint", "self, a, b", (ctx, a) =>
            Below(ctx, a, (Index(ctx, a[1]), Index(ctx, a[2]) + 1, BigInteger.One), "randint")),
        new("randrange", "self, start, stop=None, step=1", Range),
        new("choice", "self, seq", Choice),
        new("choices", "self, population, weights=None, *, cum_weights=None, k=1", Choices),
        new("shuffle", "self, x", Shuffle),
        new("sample", "self, population, k, *, counts=None", Sample),
        new("uniform", "self, a, b", (ctx, a) =>
            ctx.Binary(BinaryOperator.Add, a[1],
                ctx.Binary(BinaryOperator.Mult, ctx.Binary(BinaryOperator.Sub, a[2], a[1]),
                    PyValue.Float(Twister(a).NextDouble())))),
        new("gauss", "self, mu=0, sigma=1", Gauss),
        new("normalvariate", "self, mu=0, sigma=1", Normal),
        new("expovariate", "self, lambd=1", (ctx, a) => NumberParsing.Real(ctx, a[1]) is not 0 and var rate
            ? PyValue.Float(-Math.Log(1 - Twister(a).NextDouble()) / rate)
                : throw ctx.ZeroDivisionError("float division by zero")),
        new("triangular", "self, low=0, high=1, mode=None", Triangular),
        new("randbytes", "self, n", RandomBytes),
        new("lognormvariate", "self, mu, sigma", (ctx, a) => PyValue.Float(Math.Exp(Normal(ctx, a).Double))),
        .. RandomDistributions.Methods,
        new("getstate", "self", State),
        new("setstate", "self, state", SetState),
    ];

    static RandomModule() => PyRandom.RandomType.Define(Methods);

    internal static PyModule Load(RunContext ctx)
    {
        var shared = ctx.New(new PyRandom(new MersenneTwister(ctx.Options.Seed)), 2600);
        return NativeModule.Make("random", [], [
            .. Methods.Select(m => (m.Name, ctx.New(new PyMethod(shared, PyValue.Of(m)), 40))),
            ("Random", PyValue.Of(PyRandom.RandomType)), ("SystemRandom", PyValue.Of(PyRandom.SystemType))]);
    }

    internal static BigInteger SeedOf(RunContext ctx, PyValue value)
    {
        var given = ctx.Unwrap(value);
        if (given.IsNone) return ctx.Options.Seed;
        if (ctx.TryInteger(given, out var number)) return number;
        if (given.IsFloat) return (ulong)ctx.Hash(given);
        var bytes = given.Ref is string text ? Encoding.UTF8.GetBytes(text) : ByteSource.Find(ctx, given);
        if (bytes is null)
            throw ctx.TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
        return new BigInteger([.. bytes, .. SHA512.HashData(bytes)], isUnsigned: true, isBigEndian: true);
    }

    private static MersenneTwister Twister(ReadOnlySpan<PyValue> a) => ((PyRandom)a[0].Ref!).Twister;

    private static BigInteger Index(RunContext ctx, PyValue value) =>
        ctx.TryIndex(value, out var index)
            ? index
            : throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");

    private static PyValue Seed(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Twister(a).Seed(SeedOf(ctx, a[1]));
        ((PyRandom)a[0].Ref!).NextGauss = null;
        return PyValue.None;
    }

    private static PyValue Bits(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = ctx.ClampedInt32(a[1]);
        if (count < 0) throw ctx.ValueError("number of bits must be non-negative");
        if (count > int.MaxValue - 64) throw new StopException(Limit.Bytes);
        IntegerMath.Charge(ctx, count, count * 16L);
        return PyValue.Int(Twister(a).NextBits(count));
    }

    private static PyValue Below(RunContext ctx, ReadOnlySpan<PyValue> a,
        (BigInteger Start, BigInteger Stop, BigInteger Step) range, string name)
    {
        var (start, stop, step) = range;
        if (step.IsZero) throw ctx.ValueError("zero step for randrange()");
        var count = step.Sign > 0 ? (stop - start + step - 1) / step : (stop - start + step + 1) / step;
        if (count.Sign <= 0)
            throw ctx.ValueError(step.IsOne
            ? $"empty range for randrange() ({start}, {stop}, {stop - start})"
            : $"empty range in randrange({start}, {stop}, {step})");
        return PyValue.Int(start + step * Twister(a).NextBelow(count));
    }

    private static PyValue Range(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[2].IsNone) return Below(ctx, a, (Index(ctx, a[1]), Index(ctx, a[2]), Index(ctx, a[3])), "randrange");
        var stop = Index(ctx, a[1]);
        return stop.Sign > 0
            ? PyValue.Int(Twister(a).NextBelow(stop))
            : throw ctx.ValueError("empty range for randrange()");
    }

    private static PyValue Choice(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = ctx.Length(a[1]);
        if (count == 0) throw ctx.IndexError("Cannot choose from an empty sequence");
        return ctx.GetItem(a[1], PyValue.Int(Twister(a).NextBelow(count)));
    }

    private static PyValue Choices(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var population = ctx.ToArray(a[1]);
        var count = ctx.Int64(a[4]);
        if (population.Length == 0) throw ctx.IndexError("list index out of range");
        ctx.Meter.Reserve(count, 16);
        var result = new PyValue[Math.Max(0, count)];
        if (!a[2].IsNone && !a[3].IsNone) throw ctx.TypeError("Cannot specify both weights and cumulative weights");
        if (a[2].IsNone && a[3].IsNone)
        {
            for (var i = 0; i < result.Length; i++)
            {
                ctx.Step();
                result[i] = population[(int)Math.Floor(Twister(a).NextDouble() * population.Length)];
            }
            return ctx.NewList(result);
        }
        double[] weights = [.. ctx.ToArray(a[2].IsNone ? a[3] : a[2]).Select(w => NumberParsing.Real(ctx, w))];
        if (a[3].IsNone) for (var i = 1; i < weights.Length; i++) weights[i] += weights[i - 1];
        if (weights.Length != population.Length)
            throw ctx.ValueError("The number of weights does not match the population");
        var total = weights[^1];
        if (total <= 0) throw ctx.ValueError("Total of weights must be greater than zero");
        for (var i = 0; i < result.Length; i++)
        {
            ctx.Step();
            var target = Twister(a).NextDouble() * total;
            var at = Array.BinarySearch(weights, target);
            at = at < 0 ? ~at : at + 1;
            result[i] = population[Math.Min(at, population.Length - 1)];
        }
        return ctx.NewList(result);
    }

    private static PyValue Shuffle(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[1].Ref is not PyList list)
            throw ctx.TypeError($"'{a[1].TypeName}' object does not support item assignment");
        for (var i = list.Count - 1; i > 0; i--)
        {
            ctx.Step();
            var j = (int)Twister(a).NextBelow(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
        return PyValue.None;
    }

    private static PyValue Sample(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[3].IsNone) return Counted(ctx, a);
        if (ctx.Unwrap(a[1]).Ref is PySet or PyDict or PyTag)
            throw ctx.TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
        var size = ctx.Length(a[1]);
        var count = ctx.Int64(a[2]);
        if (count < 0 || count > size) throw ctx.ValueError("Sample larger than population or is negative");
        ctx.Meter.Reserve(count, 48);
        var result = new PyValue[count];
        var setSize = 21.0;
        if (count > 5) setSize += Math.Pow(4, Math.Ceiling(Math.Log(count * 3, 4)));
        if (size <= setSize) Draw(ctx, (Twister(a), ctx.ToArray(a[1])), result);
        else Draw(ctx, (Twister(a), a[1], size), result);
        return ctx.NewList(result);
    }

    // From a pool that holds what is not drawn yet at its front.
    private static void Draw(RunContext ctx, (MersenneTwister Twister, PyValue[] Pool) source, PyValue[] result)
    {
        var (twister, pool) = source;
        for (var i = 0; i < result.Length; i++)
        {
            ctx.Step();
            var j = (int)twister.NextBelow(pool.Length - i);
            result[i] = pool[j];
            pool[j] = pool[pool.Length - i - 1];
        }
    }

    // From a population that is large beside the sample, by position.
    private static void Draw(RunContext ctx, (MersenneTwister Twister, PyValue Population, long Size) source,
        PyValue[] result)
    {
        var chosen = new HashSet<BigInteger>();
        for (var i = 0; i < result.Length; i++)
        {
            ctx.Step();
            var index = source.Twister.NextBelow(source.Size);
            while (!chosen.Add(index)) index = source.Twister.NextBelow(source.Size);
            result[i] = ctx.GetItem(source.Population, PyValue.Int(index));
        }
    }

    // As if each element stood there so many times.
    private static PyValue Counted(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyValue[] population = ctx.ToArray(a[1]), counts = ctx.ToArray(a[3]);
        if (counts.Length != population.Length)
            throw ctx.ValueError("The number of counts does not match the population");
        var ends = new long[counts.Length];
        for (var i = 0; i < ends.Length; i++) ends[i] = ctx.Int64(counts[i]) + (i > 0 ? ends[i - 1] : 0);
        var total = ends.Length == 0 ? 0 : ends[^1];
        if (total <= 0) throw ctx.ValueError("Total of counts must be greater than zero");
        var indexes = ctx.New(new PyRange(BigInteger.Zero, total, BigInteger.One));
        var chosen = ctx.ToArray(Sample(ctx, [a[0], indexes, a[2], PyValue.None]));
        return ctx.NewList([.. chosen.Select(c => population[Array.FindIndex(ends, e => e > c.Bits)])]);
    }

    private static PyValue Gauss(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var random = (PyRandom)a[0].Ref!;
        var z = random.NextGauss;
        random.NextGauss = null;
        if (z is null)
        {
            var angle = random.Twister.NextDouble() * Math.Tau;
            var radius = Math.Sqrt(-2 * Math.Log(1 - random.Twister.NextDouble()));
            z = Math.Cos(angle) * radius;
            random.NextGauss = Math.Sin(angle) * radius;
        }
        return PyValue.Float(NumberParsing.Real(ctx, a[1]) + z.Value * NumberParsing.Real(ctx, a[2]));
    }

    private static PyValue Normal(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var magic = 4 * Math.Exp(-0.5) / Math.Sqrt(2);
        while (true)
        {
            ctx.Step();
            double u1 = Twister(a).NextDouble(), u2 = 1 - Twister(a).NextDouble();
            var z = magic * (u1 - 0.5) / u2;
            if (z * z / 4 <= -Math.Log(u2))
                return PyValue.Float(NumberParsing.Real(ctx, a[1]) + z * NumberParsing.Real(ctx, a[2]));
        }
    }

    private static PyValue Triangular(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        double u = Twister(a).NextDouble(), low = NumberParsing.Real(ctx, a[1]), high = NumberParsing.Real(ctx, a[2]);
        if (high == low) return PyValue.Float(low);
        var c = a[3].IsNone ? 0.5 : (NumberParsing.Real(ctx, a[3]) - low) / (high - low);
        if (u > c) (u, c, low, high) = (1 - u, 1 - c, high, low);
        return PyValue.Float(low + (high - low) * Math.Sqrt(u * c));
    }

    private static PyValue RandomBytes(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = ctx.ClampedInt32(a[1]);
        if (count < 0) throw ctx.ValueError("negative argument not allowed");
        ctx.Meter.Reserve(4L * count);
        ctx.Tick(count);
        var bytes = new byte[count];
        var own = Twister(a).NextBits(Math.Min(count, int.MaxValue / 8) * 8).ToByteArray(isUnsigned: true);
        own.AsSpan(0, Math.Min(own.Length, count)).CopyTo(bytes);
        return ctx.New(new PyBytes(bytes), 48 + count);
    }

    private static PyValue State(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var next = ((PyRandom)a[0].Ref!).NextGauss;
        var words = ctx.NewTuple([.. Twister(a).State.Select(w => PyValue.Int(w))]);
        return ctx.NewTuple([PyValue.Int(3), words, next is { } kept ? PyValue.Float(kept) : PyValue.None]);
    }

    private static PyValue SetState(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var parts = ctx.ToArray(a[1]);
        if (parts.Length != 3 || !ctx.AreEqual(parts[0], PyValue.Int(3)))
            throw ctx.ValueError(
                $"state with version {(parts.Length == 0 ? "None" : ctx.Str(parts[0]))} passed to Random.setstate() "
                + "of version 3");
        var words = ctx.ToArray(parts[1]);
        if (words.Length != 625) throw ctx.ValueError("state vector must be a tuple of length 625");
        Twister(a).Restore([.. words.Select(w => (uint)Math.Clamp(ctx.Int64(w), 0, uint.MaxValue))]);
        ((PyRandom)a[0].Ref!).NextGauss = parts[2].IsNone ? null : NumberParsing.Real(ctx, parts[2]);
        return PyValue.None;
    }
}
