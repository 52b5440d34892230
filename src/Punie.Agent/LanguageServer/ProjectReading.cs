namespace Punie.Agent.LanguageServer;

/// <summary>Whether a new server has read the project yet.</summary>
/// <remarks>
/// Some servers answer about a whole project before they have looked for its files, with nothing and without a word of
/// progress. What is there for certain is asked for until they know it.
/// </remarks>
/// <param name="clock">Measures the patience.</param>
internal sealed class ProjectReading(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A project may tell its server to leave out every file that is asked for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private volatile bool _isOver;

    /// <summary>Returns when one of the names is known, or when waiting longer makes no sense.</summary>
    /// <param name="names">Names that the project defines.</param>
    /// <param name="isKnown">Asks the server about one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task WaitAsync(
        IReadOnlyList<string> names, Func<string, CancellationToken, Task<bool>> isKnown,
        CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (!_isOver && names.Count > 0 && clock.GetElapsedTime(started) < Patience)
        {
            foreach (var name in names)
            {
                if (!await isKnown(name, cancellationToken).ConfigureAwait(false)) continue;
                _isOver = true;
                return;
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }

        _isOver = true;
    }
}
