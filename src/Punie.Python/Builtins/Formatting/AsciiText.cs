using System.Globalization;
using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Formatting;

/// <summary>What <c>ascii(value)</c> gives.</summary>
internal static class AsciiText
{
    internal static string Of(RunContext ctx, PyValue value)
    {
        if (value.Ref is string plain) return StringText.Repr(ctx, plain, ascii: true);
        var text = ctx.Repr(value);
        if (Ascii.IsValid(text)) return text;
        ctx.Meter.Reserve(12L * text.Length);
        ctx.Tick(text.Length >> 4);
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 128) result.Append(text[i]);
            else if (Rune.TryGetRuneAt(text, i, out var rune) && rune.Value > 0xffff)
            {
                result.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
                i++;
            }
            else if (text[i] < 256) result.Append(CultureInfo.InvariantCulture, $"\\x{(int)text[i]:x2}");
            else result.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
        }
        return result.ToString();
    }
}
