using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>Turns a range of code points into sequences of byte ranges that match exactly their UTF-8.</summary>
/// <remarks>Source: https://github.com/rust-lang/regex, <c>regex-syntax/src/utf8.rs</c>, after Thompson's
/// <c>grep</c>.</remarks>
internal static class Utf8Ranges
{
    // The last code points of 1, 2 and 3 bytes, and the one before the surrogates, which UTF-8 leaves out.
    private static readonly int[] Borders = [0x7F, 0x7FF, 0xD7FF, 0xDFFF, 0xFFFF];

    public static IEnumerable<(byte First, byte Last)[]> Of(int first, int last)
    {
        foreach (var border in Borders)
        {
            if (first <= border && border < last) return Of(first, border).Concat(Of(border + 1, last));
        }

        if (first is >= 0xD800 and <= 0xDFFF) return [];
        for (var bits = 6; bits < 24 && last > 0x7F; bits += 6)
        {
            // Within the low bits, the range must be whole unless the bits above are the same.
            var mask = (1 << bits) - 1;
            if ((first & ~mask) == (last & ~mask)) continue;
            if ((first & mask) != 0) return Of(first, first | mask).Concat(Of((first | mask) + 1, last));
            if ((last & mask) != mask) return Of(first, (last & ~mask) - 1).Concat(Of(last & ~mask, last));
        }

        return [[.. Encode(first).Zip(Encode(last))]];
    }

    private static byte[] Encode(int value) => Encoding.UTF8.GetBytes(new Rune(value).ToString());
}
