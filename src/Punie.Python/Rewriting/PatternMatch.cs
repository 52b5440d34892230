using System.Collections.ObjectModel;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>A place that a pattern fits.</summary>
/// <param name="Node">What was found.</param>
/// <param name="Kind">Its kind in CPython's words; <c>Decorator</c> for decorators.</param>
/// <param name="Start">1-based start.</param>
/// <param name="End">1-based end, behind the last character.</param>
/// <param name="Holes">The source text under each named hole.</param>
public sealed record PatternMatch(
    Node Node, string Kind, TextPosition Start, TextPosition End, IReadOnlyDictionary<string, string> Holes)
{
    /// <summary>What the holes hold, with the nodes.</summary>
    internal IReadOnlyDictionary<string, HoleContent> Contents { get; init; } =
        ReadOnlyDictionary<string, HoleContent>.Empty;
}

/// <summary>What is under a hole.</summary>
/// <param name="Node">The expression; null for a name and for a run of several.</param>
/// <param name="Text">Its source text.</param>
/// <param name="Span">Where it stands the first time; null when a name or nothing is under the hole.</param>
internal sealed record HoleContent(Node? Node, string Text, TextSpan? Span);
