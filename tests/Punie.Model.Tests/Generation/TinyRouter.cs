using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Model.Families;
using Punie.Model.Tuning;

namespace Punie.Model.Tests.Generation;

/// <summary>A router that has learned two requests by heart, made once for all tests.</summary>
internal static class TinyRouter
{
    public const string Program = "types = typecheck(\"src\")\nprint(types.error_count)";
    public const string Answer = "Hi. Ask me about the project.";

    private static readonly Lazy<Decoder> Learned = new(Learn);

    public static Tokenizer Tokenizer { get; } = TrainTokenizer();

    public static RouterFormat Format { get; } = new(Tokenizer);

    public static Decoder Decoder => Learned.Value;

    private static Tokenizer TrainTokenizer()
    {
        var trainer = new BpeTrainer();
        foreach (var text in new[] { Program, Answer, "how many type errors?", "hello" }) trainer.Add(text);
        return trainer.Train(new BpeTraining(290, RouterFormat.Markers));
    }

    private static Decoder Learn()
    {
        var config = new DecoderConfig
        {
            VocabularySize = Tokenizer.VocabularySize,
            HiddenSize = 48,
            IntermediateSize = 64,
            Layers = 2,
            Heads = 4,
            KeyHeads = 2,
            HeadSize = 12,
            InitializerRange = 0.1,
            MaxPositions = 256,
        };
        var decoder = global::Punie.Model.Families.Decoder.Create(config, 1);
        TrainingExample[] examples =
        [
            Example("how many type errors?", new ChatMessage(ChatRole.Assistant, [CodeCall.Create("call_1", Program)])),
            Example("hello", new ChatMessage(ChatRole.Assistant, Answer)),
        ];
        new Trainer(decoder, examples,
            new TrainingOptions { Steps = 120, LearningRate = 1e-2, WarmupSteps = 10, Workers = 1 })
            .Run(TestContext.Current.CancellationToken);
        return decoder;
    }

    private static TrainingExample Example(string request, ChatMessage reply)
    {
        var rendered = Format.Render([new ChatMessage(ChatRole.User, request), reply], [], openReply: false);
        return new TrainingExample(rendered.Tokens, rendered.Trained);
    }
}
