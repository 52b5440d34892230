using System.Globalization;
using System.Numerics;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>An int outside int64; smaller ones are never boxed.</summary>
internal sealed class PyBigInt(BigInteger value) : PyObject(Types.Int)
{
    internal BigInteger Value { get; } = value;

    internal override bool Truth(RunContext ctx) => true;

    internal override string Repr(RunContext ctx)
    {
        IntegerText.CheckDigits(ctx, Value);
        return Value.ToString(CultureInfo.InvariantCulture);
    }

    internal override long Hash(RunContext ctx) => Hashing.OfBigInteger(Value);
}
