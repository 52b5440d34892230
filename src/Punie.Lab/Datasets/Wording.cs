using System.Text;

namespace Punie.Lab.Datasets;

/// <summary>A piece of a prompt: plain words that may be varied, or a value that must stay as it is.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsValue">True for a slot's value with its quotes.</param>
internal readonly record struct WordingPiece(string Text, bool IsValue);

/// <summary>Writes a wording with its values, the way people quote them.</summary>
internal static class Wording
{
    private static readonly string[] FolderNouns = ["folder", "directory", "package", "dir", "tree"];
    private static readonly string[] FileNouns = ["file", "module", "script"];

    private static readonly string[] SymbolNouns =
        ["class", "function", "method", "variable", "constant", "name", "identifier", "symbol", "decorator", "def"];

    private static readonly string[] Numbers =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    public static List<WordingPiece> Fill(Phrase phrase, IReadOnlyDictionary<string, string> values, Random random)
    {
        var pieces = new List<WordingPiece>();
        var parts = phrase.Pieces();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 0)
            {
                if (parts[i].Length > 0) pieces.Add(new(parts[i], false));
                continue;
            }

            var followed = parts[i + 1].TrimStart();
            if (parts[i] == "symbol" && SymbolNoun(values[parts[i]], parts[i - 1], followed, random) is { } what)
                pieces.Add(new(what, true));
            pieces.Add(new(Show(parts[i], values[parts[i]], random), true));
            if (Noun(parts[i], values[parts[i]], followed, random) is { } noun) pieces.Add(new(noun, false));
        }

        return pieces;
    }

    public static string Join(IEnumerable<WordingPiece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces) text.Append(piece.Text);
        return text.ToString().Trim();
    }

    private static string Show(string slot, string value, Random random)
    {
        var roll = random.Next(100);
        return slot switch
        {
            "content" => roll < 12 ? value : Quoted(value, roll < 50 ? '"' : roll < 82 ? '\'' : '`'),
            "word" when value.Contains(' ') => Quoted(value, roll < 60 ? '"' : '\''),
            "word" => roll < 50 ? value : Quoted(value, roll < 75 ? '"' : roll < 90 ? '\'' : '`'),
            "command" => roll < 45 ? value : Quoted(value, roll < 85 ? '`' : roll < 94 ? '"' : '\''),
            "code" => roll < 92 ? value : Quoted(value, '`'),
            "pattern" => roll < 20 ? value : Quoted(value, roll < 72 ? '`' : roll < 88 ? '"' : '\''),
            "import" => roll < 45 ? value : Quoted(value, roll < 80 ? '`' : roll < 92 ? '"' : '\''),
            "decorator" => roll < 35 ? value : roll < 80 ? "@" + value : $"`@{value}`",
            "kind" => SyntaxNouns.Of(value, random),
            "symbol" or "call" => Named(Called(value, random), roll),
            "query" or "name" or "module" or "class" or "error" => Named(value, roll),
            "count" => roll < 24 && int.TryParse(value, out var n) && n < Numbers.Length ? Numbers[n] : value,
            _ => roll < 80 ? value : Quoted(value, roll < 91 ? '`' : roll < 96 ? '"' : '\''),
        };
    }

    private static string Named(string value, int roll) =>
        roll < 70 ? value : Quoted(value, roll < 88 ? '`' : roll < 95 ? '\'' : '"');

    // Functions are often named with their parentheses.
    private static string Called(string value, Random random) =>
        char.IsLower(value[value.LastIndexOf('.') + 1]) && random.Next(100) < 14 ? value + "()" : value;

    // A value that holds the quote itself is shown plain: the copy must stay exact.
    private static string Quoted(string value, char quote) =>
        value.Contains(quote) ? Quoted(value, quote == '"' ? '`' : '"') : quote + value + quote;

    // "the class Cart" for "Cart", where the wording has not said what it is.
    private static string? SymbolNoun(string symbol, string before, string followed, Random random)
    {
        if (random.Next(100) >= 14 || SymbolNouns.Any(n => followed.StartsWith(n, StringComparison.OrdinalIgnoreCase)))
            return null;
        var last = before.TrimEnd().Split(' ')[^1].ToLowerInvariant();
        if (last is "the" or "a" or "an" or "this" or "that" || SymbolNouns.Contains(last)) return null;
        var name = symbol[(symbol.LastIndexOf('.') + 1)..].TrimStart('_');
        var isCapital = name.Length > 0 && char.IsUpper(name[0]);
        string[] nouns = (isCapital, symbol.Contains('.', StringComparison.Ordinal)) switch
        {
            (true, _) => name.Any(char.IsLower) ? ["class"] : ["constant", "variable"],
            (false, true) => ["method"],
            (false, false) => ["function", "function", "method", "variable"],
        };
        return (random.Next(3) > 0 ? "the " : "") + nouns[random.Next(nouns.Length)] + " ";
    }

    private static string? Noun(string slot, string value, string followed, Random random)
    {
        if (slot is not ("path" or "path2" or "file" or "file2" or "dir") || random.Next(100) >= 10) return null;
        if (FolderNouns.Concat(FileNouns).Any(n => followed.StartsWith(n, StringComparison.OrdinalIgnoreCase)))
            return null;
        var nouns = value.Contains('.') && !value.StartsWith('.') ? FileNouns : FolderNouns;
        return " " + nouns[random.Next(nouns.Length)];
    }
}
