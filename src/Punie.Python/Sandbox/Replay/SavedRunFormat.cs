using System.Globalization;
using System.Security.Cryptography;

namespace Punie.Python.Sandbox.Replay;

/// <summary>A saved run as bytes: a mark, the version, the parts, and a checksum over all of it.</summary>
internal static class SavedRunFormat
{
    // Raise it with every change of the format, and of the sandbox where it would make a replay go another way.
    private const byte Version = 1;
    private const int ChecksumBytes = SHA256.HashSizeInBytes;
    private const int MaxArguments = 10_000;

    private static ReadOnlySpan<byte> Mark => "punie-run"u8;

    internal static byte[] Write(SavedState run)
    {
        var output = new SavedWriter();
        output.Raw(Mark);
        output.Byte(Version);
        WriteLimits(output, run.Limits);
        output.Signed(run.Seed);
        output.Number((ulong)run.TimeUsed.Ticks);
        output.Signed(run.Running);
        output.Number((ulong)run.HostCalls);
        output.Text(run.Source);
        output.Text(run.Output);
        output.Text(run.Function);
        output.Fixed(run.Digest);
        output.Number((ulong)run.Arguments.Count);
        foreach (var argument in run.Arguments) output.Text(argument);
        output.Bytes(run.Log.Span);
        output.Bytes(run.Late.Span);
        output.Raw(SHA256.HashData(output.Written));
        return output.Written.ToArray();
    }

    internal static SavedState Read(ReadOnlySpan<byte> bytes, SandboxLimits most)
    {
        if (bytes.Length < Mark.Length + 1 + ChecksumBytes || !bytes.StartsWith(Mark))
            throw new SavedRunException("These bytes are not a saved run.");
        if (bytes[Mark.Length] != Version)
            throw new SavedRunException(
                string.Create(CultureInfo.InvariantCulture,
                $"The run was saved in format {bytes[Mark.Length]}; this version reads format {Version}."));
        if (bytes.Length > most.Bytes)
            throw new SavedRunException(
                string.Create(CultureInfo.InvariantCulture,
                $"The saved run has {bytes.Length} bytes; at most {most.Bytes} are granted."));
        var body = bytes[..^ChecksumBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes[^ChecksumBytes..]))
            throw new SavedRunException("The saved run is damaged: its checksum does not match.");
        return ReadParts(new SavedReader(body[(Mark.Length + 1)..].ToArray()), most);
    }

    private static SavedState ReadParts(SavedReader input, SandboxLimits most)
    {
        var limits = ReadLimits(input, most);
        var seed = input.Signed();
        var run = new SavedState
        {
            Limits = limits,
            Seed = seed is >= int.MinValue and <= int.MaxValue
                ? (int)seed
                : throw input.Damaged("the seed is too large"),
            TimeUsed = new TimeSpan(input.Int64()),
            Running = input.Signed(),
            HostCalls = input.Int32(),
            Source = input.Text(),
            Output = input.Text(),
            Function = input.Text(),
            Digest = input.Fixed(),
            Arguments = ReadArguments(input),
            Log = input.Block(),
            Late = input.Block(),
        };
        if (run.TimeUsed > limits.WallTime || Math.Abs((decimal)run.Running) > long.MaxValue / 4)
            throw input.Damaged("a time is out of range");
        return input.IsAtEnd ? run : throw input.Damaged("something follows its end");
    }

    private static string[] ReadArguments(SavedReader input)
    {
        var count = input.Count();
        if (count > MaxArguments) throw input.Damaged("a call has too many arguments");
        var arguments = new string[count];
        for (var i = 0; i < count; i++) arguments[i] = input.Text();
        return arguments;
    }

    private static void WriteLimits(SavedWriter output, SandboxLimits limits)
    {
        long[] values =
            [limits.Steps, limits.WallTime.Ticks, limits.Bytes, limits.CallDepth, limits.OutputChars, limits.HostCalls,
            limits.SourceChars, limits.Nesting];
        foreach (var value in values) output.Number((ulong)value);
    }

    private static SandboxLimits ReadLimits(SavedReader input, SandboxLimits most) => new SandboxLimits
    {
        Steps = ReadLimit(input, "Steps", 1, most.Steps),
        WallTime = new TimeSpan(ReadLimit(input, "WallTime", 1, most.WallTime.Ticks)),
        Bytes = ReadLimit(input, "Bytes", 1, most.Bytes),
        CallDepth = (int)ReadLimit(input, "CallDepth", 1, most.CallDepth),
        OutputChars = (int)ReadLimit(input, "OutputChars", 0, most.OutputChars),
        HostCalls = (int)ReadLimit(input, "HostCalls", 0, most.HostCalls),
        SourceChars = (int)ReadLimit(input, "SourceChars", 1, most.SourceChars),
        Nesting = (int)ReadLimit(input, "Nesting", 1, most.Nesting),
    };

    private static long ReadLimit(SavedReader input, string name, long least, long most)
    {
        var value = input.Int64();
        if (value < least) throw input.Damaged($"its limit {name} is too small");
        if (value > most)
            throw new SavedRunException(
                string.Create(CultureInfo.InvariantCulture,
                $"The saved run asks for {name} {value}; at most {most} is granted."));
        return value;
    }
}
