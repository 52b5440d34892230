using System.Text;
using Punie.Python.Syntax;

namespace Punie.Python.Rewriting;

/// <summary>Replaces a part of a text; an empty span inserts.</summary>
/// <param name="Span">What goes, in UTF-16 units of the unchanged text.</param>
/// <param name="Text">What comes.</param>
public readonly record struct TextEdit(TextSpan Span, string Text)
{
    /// <summary>An edit that only adds.</summary>
    public static TextEdit Insert(int offset, string text) => new(new(offset, offset), text);
}

/// <summary>Applies edits; what no edit covers stays as it is, to the byte.</summary>
public static class TextEdits
{
    /// <summary>The edited text. Insertions at one place keep their order.</summary>
    /// <exception cref="ArgumentException">Two edits overlap, or one lies outside the text.</exception>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var edit in edits.OrderBy(e => e.Span.Start).ThenBy(e => e.Span.End))
        {
            if (edit.Span.Start < position || edit.Span.End < edit.Span.Start || edit.Span.End > text.Length)
                throw new ArgumentException($"The edit at {edit.Span} overlaps another one or lies outside the text.",
                    nameof(edits));
            result.Append(text, position, edit.Span.Start - position).Append(edit.Text);
            position = edit.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>The one smallest edit that turns a text into another, or none when they are equal.</summary>
    public static IReadOnlyList<TextEdit> Between(string before, string after)
    {
        if (before == after) return [];
        var shortest = Math.Min(before.Length, after.Length);
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < shortest - start && before[^(end + 1)] == after[^(end + 1)]) end++;
        return [new(new(start, before.Length - end), after[start..^end])];
    }
}
