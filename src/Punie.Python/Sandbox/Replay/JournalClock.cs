namespace Punie.Python.Sandbox.Replay;

/// <summary>
/// The clock that a program sees in a run that can be saved: what it showed once it shows again at the replay.
/// </summary>
/// <remarks>While a run is saved its running time stands still; the date does not.</remarks>
internal sealed class JournalClock(Journal journal, TimeProvider clock) : TimeProvider
{
    private const long NanosecondsInSecond = 1_000_000_000;

    private long _offset;

    public override long TimestampFrequency => NanosecondsInSecond;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <summary>The running time now, read by nobody.</summary>
    internal long Now =>
        _offset + (long)((Int128)clock.GetTimestamp() * NanosecondsInSecond / clock.TimestampFrequency);

    internal long Date => clock.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(journal.Date(), TimeSpan.Zero);

    public override long GetTimestamp() => journal.Running();

    /// <summary>Goes on from a running time of an earlier process.</summary>
    internal void ContinueFrom(long running) => _offset += running - Now;
}
