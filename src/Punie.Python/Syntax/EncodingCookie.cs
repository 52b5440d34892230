using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Punie.Python.Syntax;

/// <summary>The comment in one of the first two lines that names a file's encoding.</summary>
/// <param name="Name">The encoding as written.</param>
/// <param name="Line">1 or 2.</param>
/// <param name="Column">1-based column of the name.</param>
/// <param name="Offset">Offset of the name in the text.</param>
internal sealed partial record EncodingCookie(string Name, int Line, int Column, int Offset)
{
    // Python's names for character sets that .NET has under another one.
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["utf8"] = "utf-8",
        ["u8"] = "utf-8",
        ["utf"] = "utf-8",
        ["utf-8-sig"] = "utf-8",
        ["cp65001"] = "utf-8",
        ["latin-1"] = "iso-8859-1",
        ["latin1"] = "iso-8859-1",
        ["latin"] = "iso-8859-1",
        ["l1"] = "iso-8859-1",
        ["iso8859"] = "iso-8859-1",
        ["8859"] = "iso-8859-1",
        ["cp819"] = "iso-8859-1",
        ["ascii"] = "us-ascii",
        ["646"] = "us-ascii",
        ["euckr"] = "euc-kr",
        ["cp949"] = "euc-kr",
        ["korean"] = "euc-kr",
        ["eucjp"] = "euc-jp",
        ["ujis"] = "euc-jp",
        ["sjis"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["euc-cn"] = "gb2312",
        ["euccn"] = "gb2312",
        ["chinese"] = "gb2312",
        ["cp936"] = "gbk",
        ["big5-tw"] = "big5",
        ["mac-roman"] = "macintosh",
        ["macroman"] = "macintosh",
        ["mac-cyrillic"] = "x-mac-cyrillic",
    };

    /// <summary>
    /// True for <c>utf-8</c> and <c>utf-8-unix</c>; CPython takes no other spelling behind a byte order mark.
    /// </summary>
    public bool IsUtf8 => Key(Name) is "utf-8" || Key(Name).StartsWith("utf-8-", StringComparison.Ordinal);

    /// <summary>The comment that names the encoding, or null when there is none.</summary>
    public static EncodingCookie? Find(ReadOnlySpan<byte> bytes)
    {
        // A name of an encoding is ASCII, so it reads the same in every encoding that a source may have.
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 4096)]);
        var lines = new SourceText(head);
        for (var line = 1; line <= Math.Min(2, lines.LineCount); line++)
        {
            var span = lines.LineSpan(line);
            var text = lines.TextOf(span);
            if (CookieLine().Match(text) is { Success: true } match)
            {
                var name = match.Groups[1];
                return new(name.Value, line, name.Index + 1, span.Start + name.Index);
            }

            // A line of code, as in every program that has no such comment, ends the search.
            if (!NoCodeLine().IsMatch(text)) return null;
        }

        return null;
    }

    /// <summary>.NET's encoding for one of Python's names, or null when there is none.</summary>
    public static Encoding? EncodingOf(string name)
    {
        var key = Key(name);
        // As CPython does: utf-8-unix and latin-1-dos are editors' ways to say how lines end.
        if (key.StartsWith("utf-8-", StringComparison.Ordinal)) return Encoding.UTF8;
        if (key.StartsWith("latin-1-", StringComparison.Ordinal)
            || key.StartsWith("iso-8859-1-", StringComparison.Ordinal)
            || key.StartsWith("iso-latin-1-", StringComparison.Ordinal)) return Encoding.Latin1;
        key = Aliases.GetValueOrDefault(key, key);
        if (Named(key) is { } named) return named;
        if (Numbered().Match(key) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return CodePagesEncodingProvider.Instance.GetEncoding(
            match.Groups[1].Value.StartsWith("iso", StringComparison.Ordinal) ? 28590 + number : number);
    }

    /// <summary>An error at the name.</summary>
    public SyntaxError Error(string message) =>
        new("SyntaxError", message, Line, Column, new(Offset, Offset + Name.Length));

    private static string Key(string name) => name.ToLowerInvariant().Replace('_', '-');

    private static Encoding? Named(string name) => name switch
    {
        "utf-8" => Encoding.UTF8,
        "iso-8859-1" => Encoding.Latin1,
        "us-ascii" => Encoding.ASCII,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name),
    };

    [GeneratedRegex(@"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", RegexOptions.ECMAScript)]
    private static partial Regex CookieLine();

    [GeneratedRegex(@"^[ \t\f]*(#.*)?$", RegexOptions.ECMAScript)]
    private static partial Regex NoCodeLine();

    // cp1252 and windows-1252; iso8859-15 and iso-8859-15.
    [GeneratedRegex("^(cp|windows-|iso-?8859-)([0-9]{1,5})$", RegexOptions.ECMAScript)]
    private static partial Regex Numbered();
}
