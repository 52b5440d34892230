using Punie.Lab.Files;

namespace Punie.Lab.Datasets;

/// <summary>Where the router's data lie and how names are made; part of a recipe.</summary>
/// <param name="Folder">Holds <c>intents*.yaml</c>, <c>phrases/</c>, <c>words.txt</c>, <c>fillers.txt</c>,
/// <c>synonyms.txt</c>.</param>
/// <param name="RandomWordShare">Share of name words made of random vocabulary pieces, 0 to 1.</param>
/// <param name="PairShare">Share of examples that join two requests, 0 to 1.</param>
/// <param name="HeldOutShare">Share of wording families kept away from training to measure with, 0 to 1.</param>
public sealed record RouterDataOptions(
    string Folder, double RandomWordShare, double PairShare, double HeldOutShare);

/// <summary>The router's wordings, split into families for training and families for measuring.</summary>
public sealed class RouterData
{
    private readonly RouterDataOptions _options;
    private readonly WordLists _words;
    private readonly WordLists _fillers;
    private readonly IReadOnlyList<string[]> _synonyms;

    private RouterData(RouterDataOptions options, LabFiles files, LeakFilter leaks)
    {
        _options = options;
        Intents = IntentTable.Read(files, options.Folder);
        _words = WordLists.Parse(files.ReadText($"{options.Folder}/words.txt"));
        _fillers = WordLists.Parse(files.ReadText($"{options.Folder}/fillers.txt"));
        _synonyms = WordLists.ParseGroups(files.ReadText($"{options.Folder}/synonyms.txt"));
        var phrases = files.ReadTexts($"{options.Folder}/phrases", "*.phrases")
            .SelectMany(f => PhraseFile.Parse(f.Text, f.Name, Intents)).ToList();
        if (phrases.Count == 0) throw new DatasetException($"There are no wordings in {options.Folder}/phrases.");
        LeakedCount = phrases.RemoveAll(leaks.Leaks);
        HeldOut = phrases.Where(IsHeldOut).ToList();
        Training = phrases.Where(p => !IsHeldOut(p)).ToList();
    }

    /// <summary>What can be asked.</summary>
    public IntentTable Intents { get; }

    /// <summary>Wordings to train on.</summary>
    public IReadOnlyList<Phrase> Training { get; }

    /// <summary>Wordings of families that training never sees.</summary>
    public IReadOnlyList<Phrase> HeldOut { get; }

    /// <summary>Number of wordings that were left out because a suite asks nearly the same.</summary>
    public int LeakedCount { get; }

    /// <summary>Reads the data.</summary>
    /// <param name="options">Where it lies and how it is varied.</param>
    /// <param name="files">The door to it.</param>
    /// <param name="leaks">Wordings to leave out.</param>
    /// <exception cref="DatasetException">A file is wrong.</exception>
    public static RouterData Read(RouterDataOptions options, LabFiles files, LeakFilter leaks) =>
        new(options, files, leaks);

    /// <summary>Training examples.</summary>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="pieces">Letter pieces of the tokenizer; empty while it is being trained.</param>
    /// <param name="shares">How often prompts are varied.</param>
    public ExampleGenerator TrainingExamples(int seed, IReadOnlyList<string> pieces, NoiseShares shares)
    {
        var words = new WordSource(_words["name"], pieces, _options.RandomWordShare);
        var noise = new PromptNoise(_fillers, _synonyms, words, shares);
        return new ExampleGenerator(seed, Training, new SlotValues(_words, words), noise, _options.PairShare);
    }

    /// <summary>Examples of some wordings, without noise.</summary>
    /// <param name="phrases">The wordings; not empty.</param>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="pieces">What some names are made of; empty for listed words only.</param>
    public ExampleGenerator ExamplesOf(IReadOnlyList<Phrase> phrases, int seed, IReadOnlyList<string> pieces)
    {
        var words = new WordSource(_words["name"], pieces, _options.RandomWordShare);
        var noise = new PromptNoise(_fillers, _synonyms, words, NoiseShares.None);
        return new ExampleGenerator(seed, phrases, new SlotValues(_words, words), noise, pairShare: 0);
    }

    /// <summary>Examples without noise, with listed names only: for measuring.</summary>
    /// <param name="seed">Decides everything that is random.</param>
    /// <param name="heldOutFamilies">True for families that training never sees.</param>
    public ExampleGenerator PlainExamples(int seed, bool heldOutFamilies) =>
        ExamplesOf(heldOutFamilies ? HeldOut : Training, seed, []);

    // FNV-1a of the family's name: the split stays the same when other families come or go.
    private bool IsHeldOut(Phrase phrase)
    {
        var hash = 2166136261u;
        foreach (var c in phrase.FamilyId) hash = unchecked((hash ^ c) * 16777619u);
        hash ^= hash >> 15;
        return hash % 1000 < _options.HeldOutShare * 1000;
    }
}
