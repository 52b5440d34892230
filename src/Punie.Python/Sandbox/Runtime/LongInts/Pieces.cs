namespace Punie.Python.Sandbox.Runtime.LongInts;

/// <summary>Long work in pieces that are short, with a look at the token and the clock between them.</summary>
internal sealed class Pieces(double longestNanoseconds, Action look)
{
    private double _sinceLook;

    /// <summary>True for what may be done at once.</summary>
    internal bool Fit(double nanoseconds) => nanoseconds < longestNanoseconds;

    /// <summary>
    /// Call before a piece: looks when what was done since the last look and the piece are too long together.
    /// </summary>
    internal void Begin(double nanoseconds)
    {
        if ((_sinceLook += nanoseconds) < longestNanoseconds) return;
        look();
        _sinceLook = nanoseconds;
    }
}
