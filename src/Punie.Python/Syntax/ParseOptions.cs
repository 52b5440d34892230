namespace Punie.Python.Syntax;

/// <summary>Bounds of a parse; every one of them ends in a clean <see cref="SyntaxError"/>.</summary>
public sealed record ParseOptions
{
    /// <summary>Open brackets at one place, and right-recursive operators; CPython's own bound is 200.</summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>Levels of indentation; CPython's own bound is 100.</summary>
    public int MaxIndentation { get; init; } = 100;

    /// <summary>Height of one expression tree, so that consumers may walk it recursively.</summary>
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>UTF-16 units of source text.</summary>
    public int MaxChars { get; init; } = 64 * 1024 * 1024;

    /// <summary>Errors after which the rest of the file is not looked at.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Looked at with each line and statement; a cancelled parse throws
    /// <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The bounds above.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>Returns itself when every bound is usable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bound is below 1 or above what the native stack
    /// allows.</exception>
    public ParseOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxNesting, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxNesting, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIndentation, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxIndentation, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxChars, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxErrors, 1);
        return this;
    }
}
