using System.Text;

namespace Punie.Python.Syntax;

/// <summary>The text of a file's bytes.</summary>
/// <param name="Text">Without the byte order mark; bytes that are wrong in the encoding are U+FFFD.</param>
/// <param name="Encoding">What the bytes were read with, and what writes them back.</param>
/// <param name="HasMark">True when the bytes begin with UTF-8's byte order mark.</param>
/// <param name="Error">What is wrong with the encoding or the bytes; null when nothing is.</param>
public sealed record DecodedSource(string Text, Encoding Encoding, bool HasMark, SyntaxError? Error)
{
    /// <summary>
    /// Reads bytes as PEP 263 says: the mark, a comment such as <c># coding: latin-1</c>, else UTF-8.
    /// </summary>
    /// <remarks>Not covered: Python's own codecs that are no character sets, such as <c>unicode_escape</c>.</remarks>
    public static DecodedSource From(ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark) bytes = bytes[3..];
        var cookie = EncodingCookie.Find(bytes);
        if (cookie is null) return Decode(bytes, Encoding.UTF8, hasMark, cookie: null);
        var encoding = EncodingCookie.EncodingOf(cookie.Name);
        if (encoding is null) return Refuse(bytes, $"unknown encoding: {cookie.Name}", cookie, hasMark);
        if (hasMark && !cookie.IsUtf8)
            return Refuse(bytes, $"encoding problem: {cookie.Name} with BOM", cookie, hasMark);
        return Decode(bytes, encoding, hasMark, cookie);
    }

    private static DecodedSource Refuse(ReadOnlySpan<byte> bytes, string message, EncodingCookie cookie,
        bool hasMark) =>
            new(Encoding.UTF8.GetString(bytes), Encoding.UTF8, hasMark, cookie.Error(message));

    private static DecodedSource Decode(ReadOnlySpan<byte> bytes, Encoding encoding, bool hasMark,
        EncodingCookie? cookie)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return new(strict.GetString(bytes), encoding, hasMark, null);
        }
        catch (DecoderFallbackException exception)
        {
            var text = encoding.GetString(bytes);
            var index = Math.Clamp(exception.Index, 0, bytes.Length);
            // A prefix may end inside of a character, so what is read of it is not longer than the text.
            var offset = Math.Min(text.Length, encoding.GetCharCount(bytes[..index]));
            var position = new SourceText(text).PositionOf(offset);
            var message = MessageFor(exception, position.Line, cookie);
            return new(text, encoding, hasMark,
                new("SyntaxError", message, position.Line, position.Column, new(offset, offset)));
        }
    }

    private static string MessageFor(DecoderFallbackException exception, int line, EncodingCookie? cookie)
    {
        var first = exception.BytesUnknown is [var value, ..] ? value : (byte)0;
        return cookie is null
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Non-UTF-8 code starting with '\\x{first:x2}' on line {line}, but no encoding declared; "
                + $"see https://peps.python.org/pep-0263/ for details")
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"(unicode error) '{cookie.Name}' codec can't decode byte 0x{first:x2} in position {exception.Index}");
    }
}
