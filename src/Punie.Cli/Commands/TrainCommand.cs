using Punie.Cli.Hosting;
using Punie.Cli.Rendering;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Lab.Recipes;

namespace Punie.Cli.Commands;

/// <summary>
/// Trains a model from its recipe. Stopping it is safe: the same command goes on from the last checkpoint.
/// </summary>
internal sealed class TrainCommand(ITerminal terminal, Installation installation)
{
    /// <summary>Runs the command.</summary>
    public int Run(string recipeFile, CancellationToken cancellationToken)
    {
        if (!File.Exists(recipeFile)) throw new UsageException($"there is no file {recipeFile} (the recipe)");
        try
        {
            var recipe = RouterRecipe.Parse(File.ReadAllText(recipeFile), recipeFile);
            var bar = new TrainingBar(terminal);
            var training =
                new RouterTraining(new LabFiles(installation.Root), recipe) { Told = bar.Tell, Progressed = bar.Show };
            var result = training.Run(cancellationToken);
            bar.Finish(result);
            return ExitCode.Ok;
        }
        catch (Exception wrong) when (wrong is DatasetException or InvalidDataException)
        {
            throw new UsageException(wrong.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            terminal.Complain($"stopped; punie train {recipeFile} goes on from the last checkpoint");
            return ExitCode.Cancelled;
        }
    }
}
