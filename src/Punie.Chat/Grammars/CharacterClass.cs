using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>A set of code points, for example the letters of an identifier.</summary>
/// <remarks>Immutable; two classes with the same members are equal.</remarks>
public sealed class CharacterClass : IEquatable<CharacterClass>
{
    private const int Last = 0x10FFFF;

    private CharacterClass(IEnumerable<(int First, int Last)> ranges) => Ranges = Normalize(ranges);

    // Ascending, apart from each other, both ends included.
    internal ImmutableArray<(int First, int Last)> Ranges { get; }

    /// <summary>The code points of a text.</summary>
    public static CharacterClass Of(string characters) =>
        new(characters.EnumerateRunes().Select(r => (r.Value, r.Value)));

    /// <summary>All code points from one to another, both included.</summary>
    public static CharacterClass Range(char first, char last)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, last);
        return new CharacterClass([(first, last)]);
    }

    /// <summary>The members of both.</summary>
    public CharacterClass Or(CharacterClass other) => new(Ranges.Concat(other.Ranges));

    /// <summary>Every code point that is not a member.</summary>
    public CharacterClass Negate()
    {
        var gaps = new List<(int, int)>();
        var next = 0;
        foreach (var (first, last) in Ranges)
        {
            if (first > next) gaps.Add((next, first - 1));
            next = last + 1;
        }

        if (next <= Last) gaps.Add((next, Last));
        return new CharacterClass(gaps);
    }

    /// <inheritdoc/>
    public bool Equals(CharacterClass? other) => other is not null && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CharacterClass);

    /// <inheritdoc/>
    public override int GetHashCode() => Ranges.Aggregate(17, (hash, range) => HashCode.Combine(hash, range));

    /// <summary>The class as GBNF writes it, for example <c>[a-z_]</c>.</summary>
    public override string ToString()
    {
        // A class that holds the last code point was most likely written as a negation, and is shorter so.
        var isNegated = Ranges is [.., (_, Last)];
        if (Ranges is [(0, Last)]) return ".";
        var text = new StringBuilder(isNegated ? "[^" : "[");
        foreach (var (first, last) in isNegated ? Negate().Ranges : Ranges)
        {
            text.Append(Escape(first));
            if (last > first + 1) text.Append('-');
            if (last > first) text.Append(Escape(last));
        }

        return text.Append(']').ToString();
    }

    private static string Escape(int value) => value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\\' or ']' or '[' => $"\\{(char)value}",
        // llama.cpp knows no escape for these two but their number.
        < ' ' or '^' or '-' or 0x7F => string.Create(CultureInfo.InvariantCulture, $"\\x{value:X2}"),
        < 0x7F => ((char)value).ToString(),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{value:X4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{value:X8}"),
    };

    private static ImmutableArray<(int First, int Last)> Normalize(IEnumerable<(int First, int Last)> ranges)
    {
        var result = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var (first, last) in ranges.Order())
        {
            if (result.Count > 0 && first <= result[^1].Last + 1)
            {
                result[^1] = (result[^1].First, Math.Max(last, result[^1].Last));
            }
            else
            {
                result.Add((first, last));
            }
        }

        return result.ToImmutable();
    }
}
