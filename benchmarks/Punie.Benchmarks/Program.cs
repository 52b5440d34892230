using System.Globalization;
using Punie.Benchmarks;

// Prints one JSON object; the scripts beside this project start it and its peers in turn.
if (args is ["training-speed", var seconds, var workers])
{
    TrainingSpeed.Run(
        TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)),
        int.Parse(workers, CultureInfo.InvariantCulture));
    return 0;
}

Console.Error.WriteLine("usage: Punie.Benchmarks training-speed SECONDS WORKERS");
return 2;
