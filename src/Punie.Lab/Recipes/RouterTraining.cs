using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Lab.Suites;
using Punie.Model.Families;
using Punie.Model.Tuning;
using Punie.Model.Weights;

namespace Punie.Lab.Recipes;

/// <summary>Trains the router from its wordings: vocabulary, examples, decoder, files. Seeded; continues after a kill.</summary>
/// <param name="files">Where recipes, data, runs and results lie.</param>
/// <param name="recipe">The run.</param>
public sealed class RouterTraining(LabFiles files, RouterRecipe recipe)
{
    private const int ValidationExamples = 300;

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
        var generator = data.TrainingExamples(recipe.Seed, RouterVocabulary.LetterPieces(tokenizer));
        var examples = new RouterExamples(generator, format, recipe.Training.Examples);
        var decoder = Decoder.Create(Config(tokenizer, format), (ulong)recipe.Seed);
        Told($"{decoder.ParameterCount:N0} weights, {tokenizer.VocabularySize} tokens, {recipe.Training.Steps} steps");

        var validation = new RouterExamples(data.PlainExamples(recipe.Seed, heldOutFamilies: true), format, ValidationExamples);
        var trainer = new Trainer(decoder, examples, Options())
        {
            Folder = files.Resolve(RunFolder),
            Progressed = Progressed,
            Validate = _ => -LossEvaluator.MeanLoss(decoder, validation, recipe.Training.Workers, cancellationToken),
        };
        var result = trainer.Run(cancellationToken);
        trainer.RestoreBest();
        Save(decoder, tokenizer, format);
        return result;
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

    private TrainingOptions Options() => new()
    {
        Steps = recipe.Training.Steps,
        BatchTokens = recipe.Training.BatchTokens,
        LearningRate = recipe.Training.LearningRate,
        WarmupSteps = recipe.Training.WarmupSteps,
        WeightDecay = recipe.Training.WeightDecay,
        Workers = recipe.Training.Workers,
        Seed = (ulong)recipe.Seed,
    };

    private void Save(Decoder decoder, Tokenizer tokenizer, RouterFormat format)
    {
        ModelFolder.Save(decoder, files.Resolve(recipe.Output), TensorType.Float16);
        files.WriteText($"{recipe.Output}/tokenizer.json", tokenizer.ToJson());
        files.WriteText($"{recipe.Output}/chat_template.jinja", format.ChatTemplate);
        Told($"wrote {recipe.Output}");
    }
}
