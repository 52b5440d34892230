using System.Buffers;
using System.Text;
using System.Text.Json;
using Punie.Model.Tuning;

namespace Punie.Model.Weights;

/// <summary>metrics.jsonl: one JSON object per update.</summary>
internal sealed class MetricsFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly ArrayBufferWriter<byte> _line = new();

    /// <summary>Opens the file for appending, dropping lines of updates after <paramref name="step"/>.</summary>
    public MetricsFile(string path, int step)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (File.Exists(path))
        {
            var kept = File.ReadLines(path).Where(line => StepOf(line) <= step).ToList();
            AtomicFile.WriteText(path, string.Concat(kept.Select(line => line + "\n")));
        }

        _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    public void Append(TrainingProgress progress)
    {
        _line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_line))
        {
            writer.WriteStartObject();
            writer.WriteNumber("step", progress.Step);
            writer.WriteNumber("loss", progress.Loss);
            writer.WriteNumber("learning_rate", progress.LearningRate);
            writer.WriteNumber("gradient_norm", progress.GradientNorm);
            writer.WriteNumber("tokens", progress.Tokens);
            writer.WriteNumber("tokens_per_second", Math.Round(progress.TokensPerSecond, 1));
            if (progress.Score is { } score) writer.WriteNumber("score", score);
            writer.WriteEndObject();
        }

        _line.Write("\n"u8);
        _stream.Write(_line.WrittenSpan);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>A line cut by a kill has no step: it counts as later than any.</summary>
    private static int StepOf(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(line));
            return document.RootElement.GetProperty("step").GetInt32();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return int.MaxValue;
        }
    }
}
