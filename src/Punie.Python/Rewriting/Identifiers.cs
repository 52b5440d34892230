using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Rewriting;

/// <summary>Which texts may be names.</summary>
internal static class Identifiers
{
    /// <summary>True for a name that is no keyword.</summary>
    public static bool IsName(string text)
    {
        if (text.Length == 0 || Keywords.KindOf(text) != TokenKind.Name) return false;
        for (var i = 0; i < text.Length;)
        {
            var isAscii = CharClass.IsAsciiNamePart(text[i]) && !(i == 0 && CharClass.IsDigit(text[i]));
            var length = isAscii ? 1 : text[i] < 0x80 ? 0 : CharClass.NamePartLength(text, i, i == 0);
            if (length == 0) return false;
            i += length;
        }

        return true;
    }
}
