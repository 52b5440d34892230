using System.Globalization;
using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Text to bytes and back: utf-8, ascii, latin-1, utf-16.</summary>
internal static class Codecs
{
    internal static PyValue Encode(RunContext ctx, PyValue text, PyValue encoding, PyValue errors)
    {
        var codec = Normalize(ctx, encoding, "encode");
        var policy = Given.Text(ctx, errors, "encode() argument 'errors' must be str");
        ctx.Meter.Reserve(4L * text.Text.Length);
        ctx.Tick(text.Text.Length >> 6);
        var bytes = codec switch
        {
            "utf-16" => [0xff, 0xfe, .. Encoding.Unicode.GetBytes(text.Text)],
            "utf-16-le" => Encoding.Unicode.GetBytes(text.Text),
            "utf-16-be" => Encoding.BigEndianUnicode.GetBytes(text.Text),
            "utf-32" => [0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(text.Text)],
            "utf-32-le" => Encoding.UTF32.GetBytes(text.Text),
            "utf-32-be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text.Text),
            _ => EncodeBytes(ctx, text.Text, codec, policy),
        };
        return ctx.New(new PyBytes(bytes), 48 + bytes.Length);
    }

    internal static PyValue Decode(RunContext ctx, byte[] bytes, PyValue encoding, PyValue errors)
    {
        var codec = Normalize(ctx, encoding, "decode");
        var policy = Given.Text(ctx, errors, "decode() argument 'errors' must be str");
        ctx.Meter.Reserve(4L * bytes.Length);
        ctx.Tick(bytes.Length >> 6);
        return ctx.Text(codec switch
        {
            "utf-8-sig" when bytes is [0xef, 0xbb, 0xbf, ..] => DecodeUtf8(ctx, bytes[3..], policy),
            "utf-8" or "utf-8-sig" => DecodeUtf8(ctx, bytes, policy),
            "latin-1" => Encoding.Latin1.GetString(bytes),
            "utf-16" when bytes is [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
            "utf-16" when bytes is [0xff, 0xfe, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
            "utf-16" or "utf-16-le" => Encoding.Unicode.GetString(bytes),
            "utf-16-be" => Encoding.BigEndianUnicode.GetString(bytes),
            "utf-32" when bytes is [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32.GetString(bytes, 4, bytes.Length - 4),
            "utf-32" or "utf-32-le" => Encoding.UTF32.GetString(bytes),
            "utf-32-be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes),
            "cp1252" => DecodeWindows(ctx, bytes, policy),
            _ => DecodeAscii(ctx, bytes, policy),
        });
    }

    /// <summary>Refuses text with a lone surrogate, which cannot be written.</summary>
    internal static void CheckEncodable(RunContext ctx, string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        for (var i = first; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!Rune.TryGetRuneAt(text, i, out _)) EncodeBytes(ctx, text, "utf-8", "strict");
            i++;
        }
    }

    private static string Normalize(RunContext ctx, PyValue encoding, string function)
    {
        var name = Given.Text(ctx, encoding, $"{function}() argument 'encoding' must be str");
        return name.ToLowerInvariant().Replace('_', '-').Replace(' ', '-') switch
        {
            "utf-8" or "utf8" or "u8" or "cp65001" => "utf-8",
            "utf-8-sig" => "utf-8-sig",
            "ascii" or "us-ascii" or "646" => "ascii",
            "latin-1" or "latin1" or "iso-8859-1" or "iso8859-1" or "l1" or "8859" => "latin-1",
            "utf-16" or "utf16" => "utf-16",
            "utf-16-le" or "utf-16le" => "utf-16-le",
            "utf-16-be" or "utf-16be" => "utf-16-be",
            "utf-32" or "utf32" => "utf-32",
            "utf-32-le" or "utf-32le" => "utf-32-le",
            "utf-32-be" or "utf-32be" => "utf-32-be",
            "cp1252" or "windows-1252" or "1252" => "cp1252",
            _ => throw ctx.Error(ExceptionTypes.LookupError, $"unknown encoding: {name}"),
        };
    }

    private static byte[] EncodeBytes(RunContext ctx, string text, string codec, string policy)
    {
        if (codec == "utf-8" && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            return Encoding.UTF8.GetBytes(text);
        var limit = codec switch { "ascii" => 0x80, "latin-1" or "cp1252" => 0x100, _ => 0x110000 };
        var bytes = new List<byte>(text.Length + 3);
        if (codec == "utf-8-sig") bytes.AddRange([0xef, 0xbb, 0xbf]);
        var position = 0;
        Span<byte> buffer = stackalloc byte[4];
        for (var i = 0; i < text.Length; position++)
        {
            if ((position & 15) == 0) ctx.Step();
            var known = Rune.TryGetRuneAt(text, i, out var rune);
            if (known && rune.Value < limit && limit > 0x100) bytes.AddRange(buffer[..rune.EncodeToUtf8(buffer)]);
            else if (codec == "cp1252" && known && rune.Value >= 0x80
                && Windows.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var place
                && rune.IsBmp) bytes.Add((byte)(0x80 + place));
            else if (known && rune.Value < limit && !(codec == "cp1252" && rune.Value is >= 0x80 and < 0xA0))
                bytes.Add((byte)rune.Value);
            else if (!known && policy == "surrogateescape" && text[i] is >= '\udc80' and <= '\udcff')
                bytes.Add((byte)(text[i] - 0xdc00));
            else if (!known && policy == "surrogatepass" && codec == "utf-8")
                bytes.AddRange(
                [(byte)(0xe0 | (text[i] >> 12)), (byte)(0x80 | ((text[i] >> 6) & 0x3f)),
                (byte)(0x80 | (text[i] & 0x3f))]);
            else bytes.AddRange(
                Encoding.UTF8.GetBytes(
                    Replacement(ctx, (known ? rune.Value : text[i], position), (codec, text), policy)));
            i += known ? rune.Utf16SequenceLength : 1;
        }
        return [.. bytes];
    }

    private static string Replacement(RunContext ctx, (int CodePoint, int Position) character,
        (string Codec, string Text) source, string policy)
    {
        var code = character.CodePoint;
        switch (policy)
        {
            case "ignore": return "";
            case "replace": return "?";
            case "backslashreplace":
                return code < 256 ? $"\\x{code:x2}" : code < 65536 ? $"\\u{code:x4}" : $"\\U{code:x8}";
            case "xmlcharrefreplace":
                return string.Create(CultureInfo.InvariantCulture, $"&#{code};");
            case "namereplace" when !Rune.IsValid(code)
                || Syntax.Parsing.UnicodeNames.NameOf(new Rune(code)) is null:
                goto case "backslashreplace";
            case "namereplace": return $"\\N{{{Syntax.Parsing.UnicodeNames.NameOf(new Rune(code))}}}";
            case "strict" or "surrogateescape" or "surrogatepass": break;
            default: throw ctx.Error(ExceptionTypes.LookupError, $"unknown error handler name '{policy}'");
        }
        var name = source.Codec switch { "utf-8-sig" => "utf-8", _ => source.Codec };
        var reason = name switch
        {
            "utf-8" => "surrogates not allowed",
            "ascii" => "ordinal not in range(128)",
            _ => "ordinal not in range(256)",
        };
        var text = PyValue.Str(source.Text);
        var limit = name switch { "ascii" => 0x80, "utf-8" => 0xd800, _ => 0x100 };
        var end = character.Position + 1L;
        while (name != "utf-8" && end < text.Bits && CodePoints.At(text, end).Text is var next
            && (next.Length > 1 || next[0] >= limit))
        {
            ctx.Step();
            end++;
        }
        throw ctx.Raise(new PyException(ExceptionTypes.UnicodeEncodeError,
            [PyValue.Str(name), text, PyValue.Int(character.Position), PyValue.Int(end), PyValue.Str(reason)]));
    }

    // What Windows-1252 has at 0x80 to 0x9F; a space where it has nothing.
    private const string Windows =
        "\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  "
        + "\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178";

    private static string DecodeWindows(RunContext ctx, byte[] bytes, string policy)
    {
        var result = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isSpecial = bytes[i] is >= 0x80 and < 0xA0;
            if (isSpecial && Windows[bytes[i] - 0x80] == ' ')
                result.Append(Invalid(ctx, ("charmap", bytes), (i, i + 1, "character maps to <undefined>"), policy));
            else result.Append(isSpecial ? Windows[bytes[i] - 0x80] : (char)bytes[i]);
        }
        return result.ToString();
    }

    private static string DecodeAscii(RunContext ctx, byte[] bytes, string policy)
    {
        var result = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 128) result.Append((char)bytes[i]);
            else result.Append(Invalid(ctx, ("ascii", bytes), (i, i + 1, "ordinal not in range(128)"), policy));
        }
        return result.ToString();
    }

    private static string DecodeUtf8(RunContext ctx, byte[] bytes, string policy)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);
        var result = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length;)
        {
            var status = Rune.DecodeFromUtf8(bytes.AsSpan(i), out var rune, out var used);
            if (status == System.Buffers.OperationStatus.Done)
            {
                result.Append(rune);
                i += used;
                continue;
            }
            var lead = bytes[i];
            var reason = status == System.Buffers.OperationStatus.NeedMoreData ? "unexpected end of data"
                : lead is < 0xc2 or > 0xf4 ? "invalid start byte" : "invalid continuation byte";
            result.Append(Invalid(ctx, ("utf-8", bytes), (i, i + used, reason), policy));
            i += used;
        }
        return result.ToString();
    }

    private static string Invalid(RunContext ctx, (string Codec, byte[] Bytes) source,
        (int Start, int End, string Reason) place, string policy)
    {
        switch (policy)
        {
            case "ignore": return "";
            case "replace": return "\ufffd";
            case "surrogateescape":
                return string.Concat(
                    source.Bytes[place.Start..place.End].Select(b => (char)(0xdc00 + b)));
            case "backslashreplace":
                return string.Concat(
                    source.Bytes[place.Start..place.End].Select(b => $"\\x{b:x2}"));
            case "strict" or "surrogatepass": break;
            default: throw ctx.Error(ExceptionTypes.LookupError, $"unknown error handler name '{policy}'");
        }
        throw ctx.Raise(new PyException(ExceptionTypes.UnicodeDecodeError,
            [PyValue.Str(source.Codec), PyValue.Of(new PyBytes(source.Bytes)), PyValue.Int(place.Start),
                PyValue.Int(place.End), PyValue.Str(place.Reason)]));
    }
}
