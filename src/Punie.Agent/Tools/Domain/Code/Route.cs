using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>One route that a file declares.</summary>
/// <param name="Path">Where the pattern stands.</param>
/// <param name="Text">The pattern; only its beginning when <paramref name="IsCut"/>.</param>
/// <param name="IsCut">True when the rest is put together at run time.</param>
internal sealed record Route(Expression Path, string Text, bool IsCut)
{
    /// <summary>HTTP methods, or MOUNT or WEBSOCKET; null when they cannot be known.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>What the route is added to: routes of two routers are never in each other's way.</summary>
    public required object Table { get; init; }

    /// <summary>True when an empty pattern stands for the prefix alone.</summary>
    public bool MayBeEmpty { get; init; }
}
