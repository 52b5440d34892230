using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Punie.Agent.Tools.Mcp.Schemas;

/// <summary>
/// Makes Python names, which are also function names on every model's wire, of whatever a server calls things.
/// </summary>
internal static class PythonIdentifier
{
    // Function names of the chat completions protocol are no longer.
    private const int MostChars = 64;

    private static readonly FrozenSet<string> Keywords = (
        "False None True and as assert async await break class continue def del elif else except finally for from "
        + "global if "
        + "import in is lambda nonlocal not or pass raise return try while with yield").Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The name with <c>_</c> for everything that cannot be in it, and cut to 64 characters.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        foreach (var c in text) name.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        if (name.Length == 0 || char.IsAsciiDigit(name[0])) name.Insert(0, '_');
        if (name.Length > MostChars) name.Length = MostChars;
        var made = name.ToString();
        return Keywords.Contains(made) ? made + "_" : made;
    }

    /// <summary>The name, or the name with a number, that is not taken yet; it is taken afterwards.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $"_{number}");
            free = name[..Math.Min(name.Length, MostChars - ending.Length)] + ending;
        }

        return free;
    }

    /// <summary>A class name: <c>get-user</c> is <c>GetUser</c>.</summary>
    public static string Class(string text)
    {
        var words = text.Split([.. text.Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()],
            StringSplitOptions.RemoveEmptyEntries);
        return Of(string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])));
    }
}
