using System.IO.Enumeration;

namespace Punie.Agent.Permissions;

/// <summary>One condition of a rule, such as <c>path in [docs/*, *.md]</c>.</summary>
/// <param name="Fact">What is tested.</param>
/// <param name="Patterns">One of them must fit.</param>
internal sealed record RuleCondition(string Fact, IReadOnlyList<string> Patterns)
{
    /// <summary>Reads the conditions of a rule.</summary>
    /// <param name="text">What stands behind the colon.</param>
    /// <param name="facts">What can be tested; null when that is not known yet.</param>
    /// <param name="conditions">Gets them.</param>
    /// <returns>What is wrong; null when all is well.</returns>
    public static string? Read(string text, IReadOnlyList<string>? facts, List<RuleCondition> conditions)
    {
        foreach (var part in text.Split(" and ", StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split(" in ", 2, StringSplitOptions.TrimEntries);
            if (pieces is not [{ Length: > 0 } fact, ['[', .. var list, ']']])
                return $"'{part}' is not a condition; write 'FACT in [PATTERN, ...]'";
            if (facts?.Contains(fact, StringComparer.Ordinal) == false)
                return $"there is no fact '{fact}'; use one of {string.Join(", ", facts)}";

            var patterns = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (patterns.Length == 0) return $"'{part}' lists no pattern";
            conditions.Add(new RuleCondition(fact, patterns));
        }

        return null;
    }

    /// <summary>True when the values fit. What is not given fits nothing.</summary>
    /// <param name="facts">The values by name.</param>
    /// <param name="needsEveryItem">Of a list every item must fit; otherwise one is enough.</param>
    public bool Holds(IReadOnlyDictionary<string, IReadOnlyList<string>> facts, bool needsEveryItem)
    {
        if (!facts.TryGetValue(Fact, out var values) || values.Count == 0) return false;
        return needsEveryItem ? values.All(Fits) : values.Any(Fits);
    }

    private bool Fits(string value) => Patterns.Any(
        pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false));
}
