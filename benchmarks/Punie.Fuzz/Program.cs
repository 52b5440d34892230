using System.Globalization;
using Punie.Fuzz;
using Punie.Fuzz.Watching;

// Tries to break the sandbox. Resumable: start "run" again with the same folder to go on.
return args is ["run", var folder, var cases, var seed, var label, .. var programs]
    ? await RunAsync().ConfigureAwait(false)
    : Commands.Run(args);

async Task<int> RunAsync()
{
    using var cancellation = new CancellationTokenSource();
    Console.CancelKeyPress += (_, e) =>
    {
        e.Cancel = true;
        cancellation.Cancel();
    };
    try
    {
        var state = FuzzState.Open(folder, int.Parse(seed, CultureInfo.InvariantCulture));
        await new FuzzRun(folder, state, label, programs)
            .RunAsync(int.Parse(cases, CultureInfo.InvariantCulture), cancellation.Token).ConfigureAwait(false);
        return 0;
    }
    catch (OperationCanceledException)
    {
        await Console.Error.WriteLineAsync("interrupted; start it again to go on").ConfigureAwait(false);
        return 130;
    }
}
