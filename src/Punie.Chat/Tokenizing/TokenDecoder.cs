using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>Decodes ids as they come; a character whose bytes are spread over tokens appears when it is
/// whole.</summary>
/// <remarks>One caller at a time. The parts together equal <see cref="Tokenizer.Decode"/> of all ids.</remarks>
public sealed class TokenDecoder
{
    private readonly Tokenizer _tokenizer;
    private readonly bool _skipSpecial;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    internal TokenDecoder(Tokenizer tokenizer, bool skipSpecial) =>
        (_tokenizer, _skipSpecial) = (tokenizer, skipSpecial);

    /// <summary>Takes one id and gives the text that has become whole, possibly none.</summary>
    public string Add(int id) =>
        _skipSpecial && _tokenizer.IsSpecial(id) ? "" : Read(_tokenizer.TokenBytes(id).Span, flush: false);

    /// <summary>Ends the text; an unfinished character becomes U+FFFD.</summary>
    public string Finish() => Read([], flush: true);

    private string Read(ReadOnlySpan<byte> bytes, bool flush)
    {
        var chars = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        return new string(chars, 0, _decoder.GetChars(bytes, chars, flush));
    }
}
