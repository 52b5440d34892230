using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax.Parsing;

/// <summary>
/// What CPython's compiler checks about patterns: names, stars, alternatives that can never be reached.
/// </summary>
internal static class PatternRules
{
    /// <summary>Reports a case that takes everything and is not the last one.</summary>
    public static void CheckReachable(TokenCursor cursor, List<MatchCase> cases)
    {
        for (var i = 0; i < cases.Count - 1; i++)
        {
            if (cases[i].Guard is null && cases[i].Body[0] is not InvalidStatement)
                ReportIrrefutable(cursor, cases[i].Pattern);
        }
    }

    /// <summary>Reports names bound twice, a second star in a sequence and alternatives with different names.</summary>
    public static void CheckNames(TokenCursor cursor, Pattern pattern) =>
        Bind(cursor, pattern, new(StringComparer.Ordinal));

    private static void ReportIrrefutable(TokenCursor cursor, Pattern pattern)
    {
        if (pattern is AsPattern { Pattern: { } inner })
            ReportIrrefutable(cursor, inner);
        else if (pattern is AsPattern { Name: { } name })
            cursor.Report($"name capture '{name.Text}' makes remaining patterns unreachable", pattern.Span);
        else if (pattern is AsPattern)
            cursor.Report("wildcard makes remaining patterns unreachable", pattern.Span);
        else if (pattern is OrPattern or)
            ReportIrrefutable(cursor, or.Patterns[^1]);
    }

    private static void Bind(TokenCursor cursor, Pattern pattern, HashSet<string> names)
    {
        switch (pattern)
        {
            case AsPattern alias:
                if (alias.Pattern is not null) Bind(cursor, alias.Pattern, names);
                Bind(cursor, alias.Name, names, pattern.Span);
                break;
            case StarPattern star:
                Bind(cursor, star.Name, names, pattern.Span);
                break;
            case SequencePattern sequence:
                BindSequence(cursor, sequence, names);
                break;
            case MappingPattern mapping:
                CheckKeys(cursor, mapping);
                foreach (var value in mapping.Patterns) Bind(cursor, value, names);
                Bind(cursor, mapping.Rest, names, pattern.Span);
                break;
            case ClassPattern @class:
                BindClass(cursor, @class, names);
                break;
            case OrPattern or:
                BindAlternatives(cursor, or, names);
                break;
        }
    }

    private static void Bind(TokenCursor cursor, Identifier? name, HashSet<string> names, TextSpan span)
    {
        if (name is { } bound && !names.Add(bound.Text))
            cursor.Report($"multiple assignments to name '{bound.Text}' in pattern", span);
    }

    private static void BindSequence(TokenCursor cursor, SequencePattern sequence, HashSet<string> names)
    {
        var stars = 0;
        foreach (var item in sequence.Patterns)
        {
            if (item is StarPattern && ++stars == 2)
                cursor.Report("multiple starred names in sequence pattern", sequence.Span);
            Bind(cursor, item, names);
        }
    }

    private static void CheckKeys(TokenCursor cursor, MappingPattern mapping)
    {
        var seen = new HashSet<Literal>();
        foreach (var key in mapping.Keys)
        {
            if (key is ConstantExpression constant && !seen.Add(constant.Value))
                cursor.Report($"mapping pattern checks duplicate key ({cursor.Source.TextOf(key.Span)})", mapping.Span);
        }
    }

    private static void BindClass(TokenCursor cursor, ClassPattern pattern, HashSet<string> names)
    {
        var attributes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < pattern.KeywordNames.Count; i++)
        {
            var name = pattern.KeywordNames[i].Text;
            if (!attributes.Add(name))
                cursor.Report($"attribute name repeated in class pattern: {name}", pattern.KeywordPatterns[i].Span);
        }

        foreach (var item in pattern.Patterns) Bind(cursor, item, names);
        foreach (var item in pattern.KeywordPatterns) Bind(cursor, item, names);
    }

    private static void BindAlternatives(TokenCursor cursor, OrPattern or, HashSet<string> names)
    {
        HashSet<string>? bound = null;
        for (var i = 0; i < or.Patterns.Count; i++)
        {
            var alternative = new HashSet<string>(StringComparer.Ordinal);
            Bind(cursor, or.Patterns[i], alternative);
            bound ??= alternative;
            if (!bound.SetEquals(alternative)) cursor.Report("alternative patterns bind different names", or.Span);
            if (i < or.Patterns.Count - 1) ReportIrrefutable(cursor, or.Patterns[i]);
        }

        foreach (var name in bound ?? [])
        {
            if (!names.Add(name)) cursor.Report($"multiple assignments to name '{name}' in pattern", or.Span);
        }
    }
}
