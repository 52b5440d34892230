using System.Globalization;
using Punie.Benchmarks;

// Prints JSON; the scripts beside this project start it and its peers in turn.
switch (args)
{
    case ["training-speed", var seconds, var workers]:
        TrainingSpeed.Run(Seconds(seconds), int.Parse(workers, CultureInfo.InvariantCulture));
        return 0;
    case ["parse-speed", var list, var seconds]:
        ParseSpeed.Run(list, Seconds(seconds));
        return 0;
    case ["find", var pattern, var folder, var passes]:
        RewriteSpeed.Find(pattern, folder, int.Parse(passes, CultureInfo.InvariantCulture));
        return 0;
    case ["rewrite", var pattern, var template, var folder]:
        RewriteSpeed.Rewrite(pattern, template, folder);
        return 0;
    case ["sandbox-speed"]:
        SandboxSpeed.Serve();
        return 0;
    case ["sandbox-first", var source]:
        SandboxSpeed.First(source);
        return 0;
    case ["make-project", var folder, var files]:
        GeneratedProject.Write(folder, int.Parse(files, CultureInfo.InvariantCulture));
        return 0;
    case ["navigation", var folder, var nodeFolder, var symbol, var calls]:
        await NavigationSpeed.RunAsync(folder, nodeFolder, symbol, int.Parse(calls, CultureInfo.InvariantCulture))
            .ConfigureAwait(false);
        return 0;
    case ["nothing"]:
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: Punie.Benchmarks training-speed SECONDS WORKERS | parse-speed LIST SECONDS | find PATTERN FOLDER "
            + "PASSES | "
            + "rewrite PATTERN TEMPLATE FOLDER | sandbox-speed | sandbox-first SOURCE | make-project FOLDER FILES | navigation FOLDER NODE-FOLDER SYMBOL CALLS | nothing").ConfigureAwait(false);
        return 2;
}

static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
