using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>GPT-2's way to print any byte: one visible character for each of the 256 values.</summary>
/// <remarks>Source: https://github.com/openai/gpt-2/blob/master/src/encoder.py, <c>bytes_to_unicode</c>.</remarks>
internal static class ByteAlphabet
{
    private static readonly char[] Letters = MakeLetters();
    private static readonly Dictionary<char, byte> Bytes = Letters.Index()
        .ToDictionary(p => p.Item, p => (byte)p.Index);

    /// <summary>Writes bytes as they stand in a <c>tokenizer.json</c>.</summary>
    public static string ToText(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes) text.Append(Letters[value]);
        return text.ToString();
    }

    /// <summary>Reads bytes back; false when a character is not in the alphabet.</summary>
    public static bool TryToBytes(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!Bytes.TryGetValue(text[i], out bytes[i])) return false;
        }

        return true;
    }

    // Visible Latin-1 characters stand for themselves; the others take U+0100, U+0101, ... in order.
    private static char[] MakeLetters()
    {
        var letters = new char[256];
        var next = (char)256;
        for (var value = 0; value < 256; value++)
        {
            var visible = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            letters[value] = visible ? (char)value : next++;
        }

        return letters;
    }
}
