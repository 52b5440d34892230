namespace Punie.Python.Syntax.Parsing;

/// <summary>What kind of block the parser is in.</summary>
internal enum BlockKind { Module, Class, Function, AsyncFunction, Lambda, Unknown }

/// <summary>Decides where return, yield, await, break and continue may stand.</summary>
/// <param name="Kind">The innermost function, class or module.</param>
/// <param name="InLoop">True inside the body of a loop of that block.</param>
/// <param name="ForbidsJumps">True inside except* and outside of a loop of its own.</param>
/// <param name="ForbidsReturn">True inside except*.</param>
internal sealed record FunctionContext(BlockKind Kind, bool InLoop, bool ForbidsJumps, bool ForbidsReturn)
{
    public static FunctionContext Module { get; } = new(BlockKind.Module, false, false, false);

    public static FunctionContext Class { get; } = new(BlockKind.Class, false, false, false);

    public static FunctionContext Function { get; } = new(BlockKind.Function, false, false, false);

    public static FunctionContext AsyncFunction { get; } = new(BlockKind.AsyncFunction, false, false, false);

    public static FunctionContext Lambda { get; } = new(BlockKind.Lambda, false, false, false);

    /// <summary>The block of a header that could not be read: nothing is known to be wrong in it.</summary>
    public static FunctionContext Unknown { get; } = new(BlockKind.Unknown, true, false, false);

    public bool AllowsReturn => Kind is BlockKind.Function or BlockKind.AsyncFunction or BlockKind.Unknown;

    public bool AllowsYield => AllowsReturn || Kind == BlockKind.Lambda;

    /// <summary>Await is allowed at the top level too, as in an interactive session.</summary>
    public bool AllowsAwait => Kind is BlockKind.Module or BlockKind.AsyncFunction or BlockKind.Unknown;
}
