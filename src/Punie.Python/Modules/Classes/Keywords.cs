using System.Collections.Frozen;

namespace Punie.Python.Modules.Classes;

/// <summary>Words that cannot be names.</summary>
internal static class Keywords
{
    internal static readonly string[] All =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
        "elif", "else", "except", "finally", "for",
        "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return",
        "try", "while", "with", "yield",
    ];

    private static readonly FrozenSet<string> Set = All.ToFrozenSet(StringComparer.Ordinal);

    internal static bool IsKeyword(string word) => Set.Contains(word);
}
