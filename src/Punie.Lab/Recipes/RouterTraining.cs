using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Lab.Suites;
using Punie.Model.Families;
using Punie.Model.Tuning;
using Punie.Model.Weights;

namespace Punie.Lab.Recipes;

/// <summary>
/// Trains the router from its wordings: vocabulary, examples, decoder, files. Seeded; continues after a kill.
/// </summary>
/// <param name="files">Where recipes, data, runs and results lie.</param>
/// <param name="recipe">The run.</param>
public sealed class RouterTraining(LabFiles files, RouterRecipe recipe)
{
    private const int ValidationExamples = 200;

    /// <summary>Called with each line worth telling: what was read, left out, learned, written.</summary>
    public Action<string> Told { get; init; } = _ => { };

    /// <summary>Called after each update.</summary>
    public Action<TrainingProgress> Progressed { get; init; } = _ => { };

    /// <summary>Folder of the run: vocabulary, checkpoint, metrics and the resolved recipe.</summary>
    public string RunFolder => $"runs/{recipe.Name}";

    /// <summary>Trains to the end and writes the model's files to the recipe's output folder.</summary>
    /// <exception cref="DatasetException">The recipe or a data file is wrong.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; running again continues.</exception>
    public TrainingResult Run(CancellationToken cancellationToken)
    {
        var suites = recipe.Suites.Select(s => Suite.Parse(files.ReadText(s))).ToList();
        var data = RouterData.Read(recipe.Data, files, new LeakFilter(suites.SelectMany(s => s.Samples)));
        Told($"{data.Training.Count} wordings to train on, {data.HeldOut.Count} held out, {data.LeakedCount} left out for the suites' sake");
        files.WriteText($"{RunFolder}/recipe.json", recipe.ToJson());

        var tokenizer = Vocabulary(data);
        var format = new RouterFormat(tokenizer);
        var pupil = new Pupil(Decoder.Create(Config(tokenizer, format), (ulong)recipe.Seed), tokenizer, format);
        Told($"{pupil.Decoder.ParameterCount:N0} weights, {tokenizer.VocabularySize} tokens, {recipe.Phases.Sum(p => p.Steps)} steps");
        TrainingResult? last = null;
        for (var i = 0; i < recipe.Phases.Count; i++) last = Learn(pupil, data, i, cancellationToken);
        Save(pupil);
        return last ?? throw new DatasetException($"Recipe {recipe.Name} has no phases.");
    }

    private TrainingResult Learn(Pupil pupil, RouterData data, int index, CancellationToken cancellationToken)
    {
        var phase = recipe.Phases[index];
        var training =
            data.TrainingExamples(recipe.Seed + index, RouterVocabulary.LetterPieces(pupil.Tokenizer), phase.Noise);
        var validation = new RouterExamples(
            data.PlainExamples(recipe.Seed, heldOutFamilies: true), pupil.Format, ValidationExamples);
        var trainer =
            new Trainer(pupil.Decoder, new RouterExamples(training, pupil.Format, phase.Examples), Options(phase))
            {
                Folder = files.Resolve($"{RunFolder}/phase-{index + 1}"),
                Progressed = Progressed,
                Validate = _ =>
                    RouterValidation.ExactShare(pupil.Decoder, validation, pupil.Format.StopTokens, cancellationToken),
            };
        Told($"phase {index + 1} of {recipe.Phases.Count}");
        // A phase ends at a learning rate near zero: its last weights are the model, validation only watches.
        return trainer.Run(cancellationToken);
    }

    private Tokenizer Vocabulary(RouterData data)
    {
        var path = $"{RunFolder}/tokenizer.json";
        if (files.Exists(path)) return Tokenizer.FromJson(files.ReadText(path));
        Told($"learning a vocabulary of {recipe.VocabularySize} tokens");
        var tokenizer = RouterVocabulary.Train(recipe, data);
        files.WriteText(path, tokenizer.ToJson());
        return tokenizer;
    }

    private DecoderConfig Config(Tokenizer tokenizer, RouterFormat format) => new()
    {
        VocabularySize = tokenizer.VocabularySize,
        HiddenSize = recipe.Model.Width,
        IntermediateSize = recipe.Model.FeedForward,
        Layers = recipe.Model.Layers,
        Heads = recipe.Model.Heads,
        KeyHeads = recipe.Model.KeyHeads,
        HeadSize = recipe.Model.HeadSize,
        MaxPositions = recipe.Model.Positions,
        EndToken = format.StopTokens[0],
    };

    private TrainingOptions Options(RouterPhase phase) => new()
    {
        Steps = phase.Steps,
        BatchTokens = phase.BatchTokens,
        LearningRate = phase.LearningRate,
        WarmupSteps = phase.WarmupSteps,
        WeightDecay = phase.WeightDecay,
        Workers = phase.Workers,
        Seed = (ulong)recipe.Seed,
    };

    private void Save(Pupil pupil)
    {
        ModelFolder.Save(pupil.Decoder, files.Resolve(recipe.Output), TensorType.Float16);
        files.WriteText($"{recipe.Output}/tokenizer.json", pupil.Tokenizer.ToJson());
        files.WriteText($"{recipe.Output}/chat_template.jinja", pupil.Format.ChatTemplate);
        Told($"wrote {recipe.Output}");
    }

    // What learns, and how it reads.
    private sealed record Pupil(Decoder Decoder, Tokenizer Tokenizer, RouterFormat Format);
}
