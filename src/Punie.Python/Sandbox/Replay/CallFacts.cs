using System.Buffers.Binary;
using System.Security.Cryptography;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Replay;

/// <summary>What tells one host call from another.</summary>
/// <param name="Function">The host function.</param>
/// <param name="Digest">Of the arguments.</param>
/// <param name="Opaque">Objects of the program among the arguments; a result may give them back.</param>
internal sealed record CallFacts(string Function, long Digest, IReadOnlyList<PyObject> Opaque)
{
    internal static CallFacts Of(RunContext ctx, string function, PyValue[] arguments)
    {
        var description = new SavedWriter(ctx.Meter);
        var (opaque, values) = ValueWriter.Describe(description, arguments);
        // The same units when it is recorded and when it is replayed: the steps of both runs stay equal.
        ctx.Tick(values + (description.Length >> 6));
        var digest = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(description.Written));
        return new CallFacts(function, digest, opaque);
    }
}
