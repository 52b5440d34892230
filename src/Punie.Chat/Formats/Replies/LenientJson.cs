using System.Text;
using System.Text.Json;

namespace Punie.Chat.Formats.Replies;

/// <summary>Reads a JSON object as small models write it: line ends inside strings, trailing commas, missing last
/// braces.</summary>
internal static class LenientJson
{
    private static readonly JsonDocumentOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the object that starts at a brace.</summary>
    /// <param name="text">May go on behind the object.</param>
    /// <param name="start">Offset of the opening brace.</param>
    /// <param name="end">Offset behind the object.</param>
    public static Dictionary<string, object?>? ReadObject(string text, int start, out int end)
    {
        end = start;
        if (start >= text.Length || text[start] != '{' || Complete(text, start, out end) is not { } json) return null;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return ToDictionary(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The members of an object: strings as strings, other values as elements of their own.</summary>
    public static Dictionary<string, object?> ToDictionary(JsonElement element)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Null => null,
                _ => member.Value.Clone(),
            };
        }

        return members;
    }

    // Copies the object with control characters escaped; null when it ends inside a string, because then text is
    // missing.
    private static string? Complete(string text, int start, out int end)
    {
        var json = new StringBuilder();
        var open = new Stack<char>();
        var inString = false;
        for (end = start; end < text.Length; end++)
        {
            var c = text[end];
            if (inString)
            {
                inString = !CopyInString(text, ref end, json);
                continue;
            }

            // A marker or a fence behind an object whose last braces are missing.
            if (c is '<' or '`') break;
            json.Append(c);
            if (c == '"') inString = true;
            else if (c is '{' or '[') open.Push(c == '{' ? '}' : ']');
            else if (c is '}' or ']' && (open.Count == 0 || open.Pop() != c)) return null;
            if (open.Count > 0) continue;
            end++;
            return json.ToString();
        }

        if (inString) return null;
        foreach (var closer in open) json.Append(closer);
        return json.ToString();
    }

    // True when the string ends here.
    private static bool CopyInString(string text, ref int at, StringBuilder json)
    {
        var c = text[at];
        if (c == '\\' && at + 1 < text.Length)
        {
            json.Append(c).Append(text[++at]);
            return false;
        }

        json.Append(c switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' => "",
            _ => c.ToString(),
        });
        return c == '"';
    }
}
