namespace Punie.Agent.Tools.Navigation;

/// <summary>How a name comes to be.</summary>
internal enum DefinitionKind
{
    /// <summary>A class or a function.</summary>
    Declared,

    /// <summary>A variable of a module or a class.</summary>
    Variable,

    /// <summary>An attribute that a method sets on <c>self</c>.</summary>
    Attribute,

    /// <summary>An import; the definition is elsewhere.</summary>
    Imported,
}

/// <summary>A place in the project that gives a name a meaning.</summary>
/// <param name="File">Relative, with <c>/</c>.</param>
/// <param name="Name">The last part of the qualified name.</param>
/// <param name="Qualified">With the classes and functions around it: <c>Cart.add</c>.</param>
/// <param name="Kind">How the name comes to be.</param>
/// <param name="Line">Where the name stands, from 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record Definition(string File, string Name, string Qualified, DefinitionKind Kind, int Line, int Column)
{
    /// <summary>
    /// True when a name that somebody wrote means this: <c>add</c>, <c>Cart.add</c> or <c>shop.cart.Cart.add</c>.
    /// </summary>
    public bool IsMeantBy(SymbolName name)
    {
        if (name.Last != Name) return false;
        if (!name.IsDotted) return true;
        return Ends(Qualified, name.Text) || Ends($"{Module}.{Qualified}", name.Text);
    }

    private string Module
    {
        get
        {
            var module = File[..File.LastIndexOf('.')].Replace('/', '.');
            return module.EndsWith(".__init__", StringComparison.Ordinal) ? module[..^9] : module;
        }
    }

    private static bool Ends(string whole, string part) =>
        whole.EndsWith(part, StringComparison.Ordinal)
            && (whole.Length == part.Length || whole[^(part.Length + 1)] == '.');
}
