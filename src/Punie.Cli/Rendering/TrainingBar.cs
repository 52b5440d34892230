using System.Globalization;
using Punie.Cli.Hosting;
using Punie.Model.Tuning;

namespace Punie.Cli.Rendering;

/// <summary>How far a training run is: one line that changes on a screen, now and then a line in a pipe.</summary>
internal sealed class TrainingBar(ITerminal terminal)
{
    private const int Cells = 24;
    private const int PipeEvery = 50;

    /// <summary>A line worth telling.</summary>
    public void Tell(string line)
    {
        Clear();
        terminal.Output.WriteLine(line);
        terminal.Output.Flush();
    }

    /// <summary>The state after one update.</summary>
    public void Show(TrainingProgress progress)
    {
        if (progress.Score is { } score)
            Tell(string.Create(CultureInfo.InvariantCulture, $"step {progress.Step}: validation {score:0.0000}"));
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Step}/{progress.Steps}  loss {progress.Loss:0.0000}  {progress.TokensPerSecond:N0} tokens/s  "
            + $"{Left(progress.Remaining)} left");
        if (terminal.IsErrorScreen)
        {
            var done = Cells * progress.Step / Math.Max(1, progress.Steps);
            var bar = new string('█', done) + new string('░', Cells - done);
            terminal.Error.Write($"\r\e[K{Page.Clip($"{bar} {text}", terminal.Width - 1)}");
            terminal.Error.Flush();
        }
        else if (progress.Step % PipeEvery == 0 || progress.Step == progress.Steps)
        {
            Tell(text);
        }
    }

    /// <summary>The end of the run.</summary>
    public void Finish(TrainingResult result) => Tell(string.Create(
        CultureInfo.InvariantCulture,
        $"done: {result.Last.Step} steps, {result.Last.Tokens:N0} tokens, loss {result.Last.Loss:0.0000}"));

    private static string Left(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : Page.Duration(time);

    private void Clear()
    {
        if (!terminal.IsErrorScreen) return;
        terminal.Error.Write("\r\e[K");
        terminal.Error.Flush();
    }
}
