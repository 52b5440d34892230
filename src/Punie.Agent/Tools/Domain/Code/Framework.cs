using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Recognises the names of tdom, svcs and tdom-svcs, and what counts as a data class.</summary>
internal static class Framework
{
    private static readonly string[] Packages = ["tdom", "svcs", "hopscotch"];

    private static readonly HashSet<string> Attrs =
        ["attr.s", "attr.attrs", "attr.define", "attr.frozen", "attr.mutable", "attrs.define", "attrs.frozen",
            "attrs.mutable"];

    /// <summary>
    /// True for a name of the three packages, through aliases and through modules of the file's own package.
    /// </summary>
    /// <param name="module">The file.</param>
    /// <param name="expression">What is called, subscripted or used as a decorator.</param>
    /// <param name="name">The name in its package, such as <c>html</c>.</param>
    public static bool IsNamed(SourceModule module, Expression expression, string name) =>
        IsNamed(module, expression, name, module.File.Parse.Module);

    /// <summary>The same for an expression that was parsed from a string at a place.</summary>
    public static bool IsNamed(SourceModule module, Expression expression, string name, Node at) =>
        module.Names.Of(expression, at) switch
        {
            Meaning.Imported imported => LastPart(imported.FullName) == name
                && (IsPackage(imported.FullName) || module.IsOwnPackage(imported.FullName)),
            // A missing or a star import: the name alone has to do, but not as an attribute of an unknown object.
            Meaning.Unbound unbound =>
                unbound.Name == name || (LastPart(unbound.Name) == name && IsPackage(unbound.Name)),
            _ => false,
        };

    /// <summary>The decorator of a name, as an expression or as its call; null when there is none.</summary>
    public static Expression? Decorator(SourceModule module, IReadOnlyList<Expression> decorators, string name) =>
        decorators.FirstOrDefault(decorator => IsNamed(module, Called(decorator), name));

    /// <summary>True for <c>@dataclass</c> in all its forms, and for the classes of attrs.</summary>
    public static bool IsDataclass(SourceModule module, Expression decorator) =>
        module.Names.Of(Called(decorator)) switch
        {
            Meaning.Imported imported => LastPart(imported.FullName) == "dataclass" || Attrs.Contains(imported.FullName),
            Meaning.Unbound unbound => LastPart(unbound.Name) == "dataclass" || Attrs.Contains(unbound.Name),
            _ => false,
        };

    /// <summary>The last part of what a name stands for; null when it is no name.</summary>
    public static string? LastName(SourceModule module, Expression expression, Node at) =>
        module.Names.Of(expression, at) switch
        {
            Meaning.Imported imported => LastPart(imported.FullName),
            Meaning.Unbound unbound => LastPart(unbound.Name),
            Meaning.Defined { Statement: ClassStatement type } => type.Name.Text,
            Meaning.Defined { Statement: FunctionStatement function } => function.Name.Text,
            _ => (expression as AttributeExpression)?.Name.Text ?? (expression as NameExpression)?.Name,
        };

    /// <summary>What a decorator calls, or the decorator itself.</summary>
    public static Expression Called(Expression decorator) =>
        decorator is CallExpression call ? call.Function : decorator;

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static bool IsPackage(string name) =>
        Array.Exists(Packages, package => name.StartsWith(package, StringComparison.Ordinal));
}
