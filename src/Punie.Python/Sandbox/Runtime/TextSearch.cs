namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Where a part lies in text or bytes. .NET's own search takes quadratic time on what is made for that; this does not.
/// </summary>
internal static class TextSearch
{
    // Up to here .NET compares at most so many units at each place.
    private const int Short = 64;

    // So often a part may begin without being there, before the search changes its way.
    private const int Misses = 16;

    /// <summary>The first place of the part; -1 where there is none.</summary>
    internal static int First<T>(RunContext ctx, ReadOnlySpan<T> text, ReadOnlySpan<T> part)
        where T : unmanaged, IEquatable<T>
    {
        if (part.Length <= Short) return text.IndexOf(part);
        var from = 0;
        for (var misses = 0; misses < Misses; misses++, from++)
        {
            if (text.Length - from < part.Length) return -1;
            var at = text[from..^(part.Length - Short)].IndexOf(part[..Short]);
            if (at < 0) return -1;
            from += at;
            ctx.Tick(part.Length >> 8);
            if (text.Slice(from, part.Length).SequenceEqual(part)) return from;
        }
        var found = Linear(ctx, text[from..], part);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The last place of the part; -1 where there is none.</summary>
    internal static int Last<T>(RunContext ctx, ReadOnlySpan<T> text, ReadOnlySpan<T> part)
        where T : unmanaged, IEquatable<T>
    {
        if (part.Length <= Short) return text.LastIndexOf(part);
        var to = text.Length;
        for (var misses = 0; misses < Misses; misses++, to--)
        {
            if (to < part.Length) return -1;
            var at = text[(part.Length - Short)..to].LastIndexOf(part[^Short..]);
            if (at < 0) return -1;
            to = at + part.Length;
            ctx.Tick(part.Length >> 8);
            if (text.Slice(at, part.Length).SequenceEqual(part)) return at;
        }
        ctx.Meter.Reserve(4L * (to + part.Length));
        T[] turned = [.. text[..to]], wanted = [.. part];
        Array.Reverse(turned);
        Array.Reverse(wanted);
        var found = Linear<T>(ctx, turned, wanted);
        return found < 0 ? -1 : to - found - part.Length;
    }

    // Knuth, Morris and Pratt: borders[i] is the length of the longest proper prefix that also ends part[..(i + 1)].
    private static int Linear<T>(RunContext ctx, ReadOnlySpan<T> text, ReadOnlySpan<T> part)
        where T : unmanaged, IEquatable<T>
    {
        ctx.Meter.Reserve(4L * part.Length);
        var borders = new int[part.Length];
        for (int i = 1, length = 0; i < part.Length; i++)
        {
            if (i % 64 == 0) ctx.Step();
            while (length > 0 && !part[i].Equals(part[length])) length = borders[length - 1];
            if (part[i].Equals(part[length])) length++;
            borders[i] = length;
        }
        for (int i = 0, length = 0; i < text.Length; i++)
        {
            if (i % 64 == 0) ctx.Step();
            while (length > 0 && !text[i].Equals(part[length])) length = borders[length - 1];
            if (text[i].Equals(part[length])) length++;
            if (length == part.Length) return i - length + 1;
        }
        return -1;
    }
}
