using System.Text.RegularExpressions;
using Punie.Lab.Suites;

namespace Punie.Lab.Datasets;

/// <summary>Keeps the wording of evaluation suites out of training data.</summary>
/// <remarks>
/// A wording leaks when, names aside, it equals a suite's prompt or differs from it by at most one word in six.
/// Not covered: paraphrases that share few words.
/// </remarks>
public sealed partial class LeakFilter
{
    private const int WordsForOneDifference = 6;

    private readonly List<string[]> _prompts;

    /// <summary>Creates a filter.</summary>
    /// <param name="samples">The samples whose wording must stay unseen.</param>
    public LeakFilter(IEnumerable<Sample> samples) => _prompts = samples.Select(Words).ToList();

    /// <summary>Whether training on a wording would give away a sample.</summary>
    public bool Leaks(Phrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var words = Split(phrase.Text);
        return _prompts.Exists(p => Distance(p, words) <= Math.Max(p.Length, words.Length) / WordsForOneDifference);
    }

    // Names stand where a wording has a slot.
    private static string[] Words(Sample sample)
    {
        var text = sample.Prompt;
        if (sample.Expectation is Expectation.Calls calls)
        {
            var values = calls.Items.SelectMany(c => c.Arguments.Values).Where(v => v.Length > 1);
            foreach (var value in values.OrderByDescending(v => v.Length))
                text = text.Replace(value, "{x}", StringComparison.Ordinal);
        }

        return Split(text);
    }

    private static string[] Split(string text) =>
        Word().Matches(text.ToLowerInvariant()).Select(m => m.Value[0] == '{' ? "{}" : m.Value).ToArray();

    // Edit distance in words.
    private static int Distance(string[] a, string[] b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    [GeneratedRegex(@"\{[a-z0-9]+\}|[\p{L}\p{N}']+")]
    private static partial Regex Word();
}
