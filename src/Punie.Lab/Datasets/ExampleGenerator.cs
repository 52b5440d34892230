namespace Punie.Lab.Datasets;

/// <summary>
/// Makes training examples out of wordings, invented names and noise. Example <c>i</c> is always the same.
/// </summary>
public sealed class ExampleGenerator
{
    private static readonly string[] Connectors =
    [
        " and ", ", then ", " and then ", ", and ", " and also ", ". Then ", ". Also ", "; ", " plus ", ", afterwards ",
        " as well as ", ", and after that ", " + ", ". And ", ", also ", " followed by ", " & ", ". After that, ",
    ];

    private const double LeastWeight = 6;

    private readonly int _seed;
    private readonly double _pairShare;
    private readonly SlotValues _values;
    private readonly PromptNoise _noise;
    private readonly List<(double Upto, List<Phrase> Phrases)> _byIntent = [];

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">Two generators with the same seed and data make the same examples.</param>
    /// <param name="phrases">The wordings; not empty.</param>
    /// <param name="values">Invents the names.</param>
    /// <param name="noise">Varies the plain words.</param>
    /// <param name="pairShare">Share of examples that join the wordings of two tools, 0 to 1.</param>
    public ExampleGenerator(
        int seed, IReadOnlyList<Phrase> phrases, SlotValues values, PromptNoise noise, double pairShare)
    {
        (_seed, _values, _noise, _pairShare) = (seed, values, noise, pairShare);
        // The square root lets well-covered intents lead without drowning the small ones; those with few wordings are
        // heard too.
        var total = 0.0;
        foreach (var group in phrases.GroupBy(p => p.Intent.Id))
            _byIntent.Add((total += Math.Max(LeastWeight, Math.Sqrt(group.Count())), group.ToList()));
    }

    /// <summary>Makes one example.</summary>
    /// <param name="index">0 or more.</param>
    public Example Make(long index)
    {
        var random = new Random(HashCode(_seed, index));
        return random.NextDouble() < _pairShare && Pair(random) is { } pair ? pair : One(random);
    }

    private Example One(Random random)
    {
        var phrase = Choose(random);
        var values = Values(phrase, random);
        var prompt = _noise.Apply(Wording.Fill(phrase, values, random), random);
        return phrase.Intent switch
        {
            Intent.Program p => new(prompt, p.Template.Fill(values), null, [phrase.FamilyId]),
            Intent.Direct d => new(prompt, null, d.Answer, [phrase.FamilyId]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    // Two requests in one: any two tools, in the order in which they are asked for.
    private Example? Pair(Random random)
    {
        var (first, second) = (Choose(random), Choose(random));
        if (!IsSingle(first) || !IsSingle(second) || Group(first) == Group(second)) return null;
        var (v1, v2) = (Values(first, random), Values(second, random));
        var left = Wording.Fill(first, v1, random);
        var right = Wording.Fill(second, v2, random);
        TrimEnd(left);
        if (!right[0].IsValue && right[0].Text.Length > 1 && !char.IsUpper(right[0].Text[1]))
            right[0] = right[0] with { Text = char.ToLowerInvariant(right[0].Text[0]) + right[0].Text[1..] };
        left.Add(new(Connectors[random.Next(Connectors.Length)], true));
        left.AddRange(right);
        var program = $"{Fill(first, v1)}\n{Fill(second, v2)}";
        return new(_noise.Apply(left, random), program, null, [first.FamilyId, second.FamilyId]);
    }

    private static void TrimEnd(List<WordingPiece> pieces)
    {
        if (!pieces[^1].IsValue) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd('?', '.', '!', ' ') };
    }

    private static string Fill(Phrase phrase, Dictionary<string, string> values) =>
        ((Intent.Program)phrase.Intent).Template.Fill(values);

    private Phrase Choose(Random random)
    {
        var at = random.NextDouble() * _byIntent[^1].Upto;
        var list = _byIntent.First(g => at < g.Upto || g.Upto == _byIntent[^1].Upto).Phrases;
        return list[random.Next(list.Count)];
    }

    private Dictionary<string, string> Values(Phrase phrase, Random random) =>
        phrase.Slots.Distinct().ToDictionary(s => s, s => _values.Next(s, Group(phrase), random));

    private static bool IsSingle(Phrase phrase) =>
        phrase.Intent is Intent.Program && Group(phrase) is not ("both" or "if");

    private static string Group(Phrase phrase) => phrase.Intent.Id.Split('.')[0];

    // SplitMix64: neighbouring indices give unrelated seeds.
    private static int HashCode(int seed, long index)
    {
        var z = unchecked(((ulong)(uint)seed << 32) + ((ulong)index * 0x9E3779B97F4A7C15UL) + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return unchecked((int)(z ^ (z >> 31))) & int.MaxValue;
    }
}
