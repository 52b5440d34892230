using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>What a name or a dotted name of a file stands for. Closed.</summary>
internal abstract record Meaning
{
    private Meaning()
    {
    }

    /// <summary>Something that an import brings in.</summary>
    /// <param name="FullName">Absolute and dotted, as in <c>tdom.html</c>.</param>
    public sealed record Imported(string FullName) : Meaning;

    /// <summary>A class or a function of the file.</summary>
    public sealed record Defined(Statement Statement) : Meaning;

    /// <summary>A variable, a parameter or another thing of which only the name is known.</summary>
    public sealed record Variable : Meaning;

    /// <summary>Nothing in the file gives the name a value: built-in, from a star import, or a mistake.</summary>
    /// <param name="Name">As written, with dots.</param>
    public sealed record Unbound(string Name) : Meaning;

    /// <summary>No name at all.</summary>
    public sealed record NoName : Meaning;
}
