namespace Punie.Python.Scopes;

/// <summary>What a scope does with a name.</summary>
[Flags]
public enum SymbolRoles
{
    /// <summary>Nothing: the name only passes through to a scope inside.</summary>
    None = 0,

    /// <summary>It is read.</summary>
    Referenced = 1,

    /// <summary>It is assigned, deleted, or the name of a function or class.</summary>
    Assigned = 2,

    /// <summary>It is a parameter.</summary>
    Parameter = 4,

    /// <summary>It is imported.</summary>
    Imported = 8,

    /// <summary>It is annotated as a bare name.</summary>
    Annotated = 16,

    /// <summary>A <c>global</c> statement names it; in the module, one of any scope.</summary>
    DeclaredGlobal = 32,

    /// <summary>A <c>nonlocal</c> statement names it, or <c>:=</c> in a comprehension binds it further out.</summary>
    DeclaredNonlocal = 64,

    /// <summary>It is a type parameter.</summary>
    TypeParameter = 128,

    /// <summary>It is the loop variable of a comprehension.</summary>
    ComprehensionTarget = 256,

    /// <summary>Any way in which a scope makes a name its own.</summary>
    Bound = Assigned | Parameter | Imported | TypeParameter,
}
