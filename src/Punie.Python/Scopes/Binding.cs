namespace Punie.Python.Scopes;

/// <summary>Where a name of a scope lives, in the words of CPython's symbol table.</summary>
public enum Binding
{
    /// <summary>A variable of the scope itself.</summary>
    Local,

    /// <summary>A variable of the scope that a scope inside captures.</summary>
    Cell,

    /// <summary>A variable of a function around the scope.</summary>
    Free,

    /// <summary>A variable of the module, by a <c>global</c> statement.</summary>
    GlobalExplicit,

    /// <summary>A variable of the module or a built-in name, since nothing nearer binds it.</summary>
    GlobalImplicit,
}
