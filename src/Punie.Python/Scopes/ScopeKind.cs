namespace Punie.Python.Scopes;

/// <summary>What opens a scope.</summary>
public enum ScopeKind
{
    /// <summary>A file.</summary>
    Module,

    /// <summary>A class body; functions inside do not see its names.</summary>
    Class,

    /// <summary><c>def</c> or <c>async def</c>.</summary>
    Function,

    /// <summary><c>lambda</c>.</summary>
    Lambda,

    /// <summary>A comprehension or a generator expression.</summary>
    Comprehension,

    /// <summary>The brackets of a generic function, class or alias; the generic itself lies inside.</summary>
    TypeParameters,

    /// <summary>The value of a <c>type</c> statement.</summary>
    TypeAlias,

    /// <summary>The bound or the default of one type parameter.</summary>
    TypeVariable,
}
