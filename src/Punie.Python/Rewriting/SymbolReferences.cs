using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Tells whether an expression, in any file of a project, stands for a symbol of one of them.</summary>
internal sealed class SymbolReferences(ModuleSet modules)
{
    /// <summary>True for the name itself, <c>module.name</c>, <c>Class.member</c> and <c>self.member</c>.</summary>
    /// <param name="file">Where the expression stands.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="owner">The file that defines the symbol.</param>
    /// <param name="symbol">The symbol.</param>
    public bool IsReference(PythonFile file, Expression expression, PythonFile owner, Symbol symbol)
    {
        if (expression is AttributeExpression attribute) return IsMember(file, attribute, owner, symbol);
        if (expression is not NameExpression name) return false;
        if (ReferenceEquals(file, owner) && ReferenceEquals(file.Imports.UseOf(name)?.Definition, symbol)) return true;
        return !ReferenceEquals(file, owner) && IsImportOf(file.Imports.FullNameOf(name), owner, symbol);
    }

    /// <summary>True for an attribute that names the symbol, whatever the symbol's own name is.</summary>
    private bool IsMember(PythonFile file, AttributeExpression attribute, PythonFile owner, Symbol symbol) =>
        attribute.Name.Text == symbol.Name && IsOwner(file, attribute.Value, owner, symbol);

    /// <summary>True for an expression whose attribute of the symbol's name is the symbol.</summary>
    public bool IsOwner(PythonFile file, Expression expression, PythonFile owner, Symbol symbol)
    {
        if (symbol.Scope.Kind == ScopeKind.Module)
            return file.Imports.FullNameOf(expression) is { } module && ReferenceEquals(modules.Find(module), owner);
        if (symbol.Scope.Kind != ScopeKind.Class) return false;
        if (ReferenceEquals(file, owner) && IsReceiver(file, expression, symbol.Scope)) return true;
        return SymbolOf(owner, symbol.Scope.Node) is { } type && IsReference(file, expression, owner, type);
    }

    /// <summary>The symbol that a function or class statement binds, when nothing else binds it.</summary>
    public static Symbol? SymbolOf(PythonFile file, Node definition)
    {
        var use =
            file.Scopes.Uses.FirstOrDefault(u =>
                u.Kind == NameUseKind.Definition && ReferenceEquals(u.Node, definition));
        return use?.Definition is { } symbol && symbol.Uses.Count(u => u.IsBinding) == 1 ? symbol : null;
    }

    private bool IsImportOf(string? fullName, PythonFile owner, Symbol symbol)
    {
        if (fullName is null || symbol.Scope.Kind != ScopeKind.Module) return false;
        var dot = fullName.LastIndexOf('.');
        return dot > 0 && fullName[(dot + 1)..] == symbol.Name && ReferenceEquals(modules.Find(fullName[..dot]), owner);
    }

    // self and cls: the first parameter of a method of the class, never assigned again.
    private static bool IsReceiver(PythonFile file, Expression expression, Scope type)
    {
        if (expression is not NameExpression name || file.Imports.UseOf(name)?.Definition is not { } symbol)
            return false;
        if ((symbol.Roles & SymbolRoles.Parameter) == 0 || symbol.Uses.Count(u => u.IsBinding) != 1) return false;
        if (symbol.Scope.Node is not FunctionStatement method || IsStatic(method)) return false;
        var around = symbol.Scope.Parent!.Kind == ScopeKind.TypeParameters
            ? symbol.Scope.Parent.Parent
            : symbol.Scope.Parent;
        var first = method.Parameters.PositionalOnly.Concat(method.Parameters.Positional).FirstOrDefault();
        return ReferenceEquals(around, type) && first is not null && ReferenceEquals(symbol.Uses[0].Node, first);
    }

    private static bool IsStatic(FunctionStatement method) =>
        method.Decorators.Any(d => d is NameExpression { Name: "staticmethod" });
}
