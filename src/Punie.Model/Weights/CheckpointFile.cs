using System.Globalization;
using Punie.Model.Families;
using Punie.Model.Tuning;

namespace Punie.Model.Weights;

/// <summary>A training run's state on disk: weights, both moments and the counters, in one safetensors file.</summary>
internal static class CheckpointFile
{
    private const string IdentityKey = "punie.options";
    private const string FirstName = "optimizer.first_moment";
    private const string SecondName = "optimizer.second_moment";

    public static bool Exists(string path) => File.Exists(path);

    public static void Write(string path, Decoder decoder, AdamW optimizer, (TrainerState State, string Identity) run)
    {
        var count = decoder.ParameterCount;
        List<TensorSource> tensors =
        [
            .. ModelFolder.Sources(decoder, TensorType.Float32),
            new(FirstName, [count], TensorType.Float32, () => optimizer.First.Span),
            new(SecondName, [count], TensorType.Float32, () => optimizer.Second.Span),
        ];
        SafetensorsWriter.Write(path, tensors, Metadata(run.State, run.Identity));
    }

    /// <summary>Fills the decoder and the optimizer.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or belongs to a run with other options.</exception>
    public static TrainerState Read(string path, Decoder decoder, AdamW optimizer, string identity)
    {
        using var file = SafetensorsFile.Open(path);
        var found = file.Metadata.GetValueOrDefault(IdentityKey);
        if (found != identity)
        {
            throw new InvalidDataException(
                $"{path} belongs to another run; delete it to start over, or use its options.\nit has: "
                + $"   {found}\nthis run: {identity}");
        }

        ModelFolder.ReadWeights(decoder, file);
        file.Read(FirstName, optimizer.First.Span);
        file.Read(SecondName, optimizer.Second.Span);
        return State(file.Metadata, path);
    }

    /// <summary>Writes the weights alone: the best so far.</summary>
    public static void WriteWeights(string path, Decoder decoder, int step) => SafetensorsWriter.Write(
        path,
        ModelFolder.Sources(decoder, TensorType.Float32),
        new Dictionary<string, string> { ["punie.step"] = step.ToString(CultureInfo.InvariantCulture) });

    private static Dictionary<string, string> Metadata(TrainerState state, string identity)
    {
        var metadata = new Dictionary<string, string>
        {
            [IdentityKey] = identity,
            ["punie.step"] = state.Step.ToString(CultureInfo.InvariantCulture),
            ["punie.position"] = state.Position.ToString(CultureInfo.InvariantCulture),
            ["punie.tokens"] = state.Tokens.ToString(CultureInfo.InvariantCulture),
        };
        if (state is { BestStep: { } step, BestScore: { } score })
        {
            metadata["punie.best_step"] = step.ToString(CultureInfo.InvariantCulture);
            metadata["punie.best_score"] = score.ToString("R", CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    private static TrainerState State(IReadOnlyDictionary<string, string> metadata, string path)
    {
        try
        {
            return new TrainerState
            {
                Step = int.Parse(metadata["punie.step"], CultureInfo.InvariantCulture),
                Position = long.Parse(metadata["punie.position"], CultureInfo.InvariantCulture),
                Tokens = long.Parse(metadata["punie.tokens"], CultureInfo.InvariantCulture),
                BestStep = metadata.TryGetValue("punie.best_step", out var step)
                    ? int.Parse(step, CultureInfo.InvariantCulture)
                    : null,
                BestScore = metadata.TryGetValue("punie.best_score", out var score)
                    ? double.Parse(score, CultureInfo.InvariantCulture)
                    : null,
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"{path} has no valid counters; delete it to start over.", e);
        }
    }
}
