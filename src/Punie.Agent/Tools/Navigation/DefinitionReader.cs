using Punie.Python.Rewriting;
using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Navigation;

/// <summary>Lists what a file defines: its modules', classes' and methods' names.</summary>
/// <remarks>Not covered: local variables, parameters, names that are set by <c>setattr</c> or in strings.</remarks>
internal static class DefinitionReader
{
    /// <summary>The definitions, in no order.</summary>
    public static IReadOnlyList<Definition> Read(PythonFile file)
    {
        var found = new List<Definition>();
        foreach (var scope in file.Scopes.All)
        {
            foreach (var symbol in scope.Symbols) AddSymbol(file, symbol, found);
            if (scope is { Kind: ScopeKind.Function, Node: FunctionStatement method } && ClassAround(scope) is { } type)
            {
                AddAttributes(file, method, type, found);
            }
        }

        return found;
    }

    private static void AddSymbol(PythonFile file, Symbol symbol, List<Definition> found)
    {
        NameUse? best = null;
        foreach (var use in symbol.Uses)
        {
            if (!use.IsBinding) continue;
            if (best is null || (use.Kind is NameUseKind.Definition && best.Kind is not NameUseKind.Definition))
                best = use;
        }

        DefinitionKind? kind = best?.Kind switch
        {
            NameUseKind.Definition => DefinitionKind.Declared,
            NameUseKind.Import => DefinitionKind.Imported,
            NameUseKind.Store => DefinitionKind.Variable,
            _ => null,
        };
        var isShared = symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Class;
        if (kind is null || (!isShared && kind is not DefinitionKind.Declared)) return;

        var name = new Identifier(best!.Text, best.Span);
        found.Add(Make(file, name, symbol.Scope.QualifiedName, kind.Value));
    }

    private static void AddAttributes(PythonFile file, FunctionStatement method, Scope type, List<Definition> found)
    {
        var receiver = method.Parameters.PositionalOnly.Concat(method.Parameters.Positional)
            .FirstOrDefault()?.Name.Text;
        if (receiver is null) return;

        var open = new Stack<Node>(method.Body);
        var children = new List<Node>();
        while (open.TryPop(out var node))
        {
            if (node is AttributeExpression { Context: ExpressionContext.Store, Value: NameExpression owner } attribute
                && owner.Name == receiver
                && type.Find(attribute.Name.Text) is null
                && !found.Exists(one =>
                    one.Kind is DefinitionKind.Attribute
                    && one.Qualified == $"{type.QualifiedName}.{attribute.Name.Text}"))
            {
                found.Add(Make(file, attribute.Name, type.QualifiedName, DefinitionKind.Attribute));
            }

            children.Clear();
            NodeChildren.Collect(node, children);
            for (var i = children.Count - 1; i >= 0; i--) open.Push(children[i]);
        }
    }

    private static Scope? ClassAround(Scope scope)
    {
        var around = scope.Parent;
        if (around is { Kind: ScopeKind.TypeParameters }) around = around.Parent;
        return around is { Kind: ScopeKind.Class } ? around : null;
    }

    private static Definition Make(PythonFile file, Identifier name, string owner, DefinitionKind kind)
    {
        var place = file.Parse.Source.PositionOf(name.Span.Start);
        var qualified = owner.Length == 0 ? name.Text : $"{owner}.{name.Text}";
        return new Definition(file.Path, name.Text, qualified, kind, place.Line, place.Column);
    }
}
