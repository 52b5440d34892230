using Punie.Agent.LanguageServer;

namespace Punie.Agent.Tools.Navigation;

/// <summary>What a call asks about.</summary>
/// <param name="File">As given; empty when unknown.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
/// <param name="Name">The symbol; empty for what stands at the position.</param>
internal sealed record SymbolQuery(string File, int Line, int Column, SymbolName Name)
{
    public static SymbolQuery From(ToolArguments arguments) => new(
        arguments.Str("file_path").Trim(),
        Number(arguments.Int("line")),
        Number(arguments.Int("column")),
        new SymbolName(arguments.Str("symbol")));

    private static int Number(long value) => (int)Math.Clamp(value, 0, int.MaxValue / 2 / 10_000);
}

/// <summary>The places to ask a language server about.</summary>
internal abstract record SymbolTarget
{
    private SymbolTarget()
    {
    }

    /// <summary>One meaning.</summary>
    /// <param name="Symbol">The name that was found.</param>
    /// <param name="Place">Where it stands.</param>
    public sealed record One(string Symbol, FilePlace Place) : SymbolTarget;

    /// <summary>Several meanings.</summary>
    /// <param name="Symbol">The name that was found.</param>
    /// <param name="Candidates">By path and line.</param>
    public sealed record Several(string Symbol, IReadOnlyList<Definition> Candidates) : SymbolTarget;

    /// <summary>Nothing; the reason says what to do.</summary>
    public sealed record None(string Reason) : SymbolTarget;
}
