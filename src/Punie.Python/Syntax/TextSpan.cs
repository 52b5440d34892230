namespace Punie.Python.Syntax;

/// <summary>A half-open range of the unchanged source text, in UTF-16 units.</summary>
/// <param name="Start">0-based offset of the first unit.</param>
/// <param name="End">0-based offset behind the last unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Through(TextSpan last) => new(Start, last.End);
}
