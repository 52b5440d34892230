using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>What a name leads to across the files of a project. Closed.</summary>
internal abstract record Target
{
    private Target()
    {
    }

    /// <summary>A class of the workspace.</summary>
    public sealed record Class(ClassFacts Facts) : Target;

    /// <summary>A function of the workspace.</summary>
    public sealed record Function(SourceModule Module, FunctionStatement Node) : Target;

    /// <summary>A module of the workspace that has no such name.</summary>
    public sealed record Missing(SourceModule Module, string Name) : Target;

    /// <summary>A name that nothing binds; it may still be a built-in one.</summary>
    public sealed record Nothing(string Name) : Target;

    /// <summary>Another package's, a variable, or anything else that cannot be followed.</summary>
    public sealed record Unknown : Target;
}
