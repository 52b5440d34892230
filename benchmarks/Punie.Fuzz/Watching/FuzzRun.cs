using System.Diagnostics;
using System.Globalization;

namespace Punie.Fuzz.Watching;

/// <summary>
/// The parent process: keeps a worker running, notices when it hangs or dies, counts, and can be started again at any
/// time.
/// </summary>
internal sealed class FuzzRun(string folder, FuzzState state, string label, IReadOnlyList<string> programs)
{
    private const int CasesOfOneWorker = 20_000;
    private const int ProgramsOfOneProblem = 3;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly double _secondsBefore = state.Seconds;
    private readonly int _first = state.Next;
    private TimeSpan _told;

    internal async Task RunAsync(int cases, CancellationToken cancellationToken)
    {
        while (state.Next < cases && !cancellationToken.IsCancellationRequested)
            await RunWorkerAsync(Math.Min(cases, state.Next + CasesOfOneWorker), cases, cancellationToken)
                .ConfigureAwait(false);
        Save();
        Tell(cases);
    }

    private async Task RunWorkerAsync(int to, int cases, CancellationToken cancellationToken)
    {
        using var worker = Process.Start(Command(to))!;
        string? fate = null;
        try
        {
            while (await LineAsync(worker, cancellationToken).ConfigureAwait(false) is { } line)
            {
                Take(line);
                if (_clock.Elapsed - _told > TimeSpan.FromSeconds(5)) Tell(cases);
            }
            await worker.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (worker.ExitCode != 0)
                fate = string.Create(CultureInfo.InvariantCulture, $"crash: the worker ended with {worker.ExitCode}");
        }
        catch (TimeoutException)
        {
            fate = "hang: no sign for 30 s";
        }
        finally
        {
            if (!worker.HasExited) worker.Kill(entireProcessTree: true);
        }
        if (fate is not null && !cancellationToken.IsCancellationRequested)
        {
            Find(state.Next, fate, "");
            state.Next++;
        }
        Save();
    }

    private static async Task<string?> LineAsync(Process worker, CancellationToken cancellationToken)
    {
        var read = worker.StandardOutput.ReadLineAsync(cancellationToken).AsTask();
        return await read.WaitAsync(Silence, cancellationToken).ConfigureAwait(false);
    }

    private void Take(string line)
    {
        switch (line[0])
        {
            case '@':
                state.Next = int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                break;
            case '=':
                var parts = line[1..].Split('\t');
                FuzzState.Count(state.Kinds, parts[0]);
                FuzzState.Count(state.Outcomes, parts[1]);
                FuzzState.Count(state.Labels, label);
                break;
            case '!':
                var found = line[1..].Split('\t');
                Find(int.Parse(found[0], CultureInfo.InvariantCulture), found[1], found[2]);
                break;
            case '#':
                state.Next++;
                break;
        }
    }

    private void Find(int number, string problem, string detail)
    {
        var times = FuzzState.Count(state.Problems, problem);
        if (times > ProgramsOfOneProblem) return;
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"found-{number}"));
        File.WriteAllText(file + ".py", Worker.Show(state.Seed, number, programs).Source);
        File.WriteAllText(file + ".txt", $"{problem}\n{detail.Replace('\u2424', '\n')}\n");
        Console.Error.WriteLine($"found: {problem} ({file}.py)");
    }

    private void Tell(int cases)
    {
        _told = _clock.Elapsed;
        var rate = (state.Next - _first) / Math.Max(1, _clock.Elapsed.TotalSeconds);
        var left = TimeSpan.FromSeconds((cases - state.Next) / Math.Max(0.1, rate));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{state.Next:N0} of {cases:N0} cases, {rate:N0} a second, {left:hh\\:mm\\:ss} left, "
            + $"{state.Problems.Count} problems"));
        Save();
    }

    private void Save()
    {
        state.Seconds = _secondsBefore + _clock.Elapsed.TotalSeconds;
        state.Save();
    }

    private ProcessStartInfo Command(int to)
    {
        var start =
            new ProcessStartInfo(Environment.ProcessPath!)
            {
                RedirectStandardOutput = true,
                RedirectStandardInput = true
            };
        // Small, so that garbage does not hide how much a program holds.
        start.Environment["DOTNET_GCgen0size"] = "0x400000";
        string[] arguments = ["work", Text(state.Seed), Text(state.Next), Text(to), .. programs];
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Punie.Fuzz.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
