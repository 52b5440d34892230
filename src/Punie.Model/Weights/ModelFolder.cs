using Punie.Model.Families;

namespace Punie.Model.Weights;

/// <summary>A model in Hugging Face's layout: config.json and model.safetensors in one folder.</summary>
public static class ModelFolder
{
    private const string ConfigName = "config.json";
    private const string WeightsName = "model.safetensors";

    /// <summary>Loads config.json and the weights, as float32.</summary>
    /// <exception cref="FileNotFoundException">One of the two files is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the two do not belong together.</exception>
    public static Decoder Load(string folder)
    {
        var configPath = Existing(folder, ConfigName);
        var weightsPath = Existing(folder, WeightsName);
        var decoder = Decoder.CreateEmpty(Qwen3ConfigFile.Parse(File.ReadAllText(configPath)));
        ReadWeights(decoder, weightsPath);
        return decoder;
    }

    /// <summary>Writes config.json and the weights; each file is replaced in one step.</summary>
    /// <param name="decoder">The model.</param>
    /// <param name="folder">Made when missing.</param>
    /// <param name="type">How the weights are stored; norms too.</param>
    public static void Save(Decoder decoder, string folder, TensorType type)
    {
        SafetensorsWriter.Write(Path.Combine(folder, WeightsName), Sources(decoder, type),
            new Dictionary<string, string>());
        AtomicFile.WriteText(Path.Combine(folder, ConfigName),
            Qwen3ConfigFile.Format(decoder.Config, type.TorchName()));
    }

    internal static void ReadWeights(Decoder decoder, string path)
    {
        using var file = SafetensorsFile.Open(path);
        ReadWeights(decoder, file);
    }

    internal static void ReadWeights(Decoder decoder, SafetensorsFile file)
    {
        foreach (var parameter in decoder.Layout.Parameters)
        {
            if (file.Tensors.TryGetValue(parameter.Name, out var entry) && !entry.Shape.SequenceEqual(Shape(parameter)))
            {
                throw new InvalidDataException(
                    $"{file.Path}: '{parameter.Name}' has shape [{string.Join(", ", entry.Shape)}], config.json asks "
                    + "for "
                    + $"[{string.Join(", ", Shape(parameter))}]; the two files belong to different models.");
            }

            file.Read(parameter.Name, parameter.Slice.Of(decoder.Weights.Span));
        }
    }

    internal static IReadOnlyList<TensorSource> Sources(Decoder decoder, TensorType type) =>
    [
        .. decoder.Layout.Parameters.Select(p => new TensorSource(
            p.Name, [.. Shape(p).Select(size => (int)size)], type, () => p.Slice.Of(decoder.Weights.Span))),
    ];

    private static long[] Shape(Parameter parameter) =>
        parameter.IsVector ? [parameter.Slice.Columns] : [parameter.Slice.Rows, parameter.Slice.Columns];

    private static string Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"{path} is missing; a model folder needs {ConfigName} and {WeightsName}.", path);
    }
}
