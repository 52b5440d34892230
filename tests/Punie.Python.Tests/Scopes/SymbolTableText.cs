using System.Globalization;
using Punie.Python.Scopes;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Scopes;

/// <summary>Writes scopes as dump_symbols.py writes CPython's symbol tables.</summary>
internal static class SymbolTableText
{
    private static readonly (char Letter, SymbolRoles Role)[] Letters =
    [
        ('u', SymbolRoles.Referenced), ('a', SymbolRoles.Assigned), ('p', SymbolRoles.Parameter),
        ('i', SymbolRoles.Imported), ('n', SymbolRoles.Annotated), ('g', SymbolRoles.DeclaredGlobal),
        ('o', SymbolRoles.DeclaredNonlocal),
    ];

    /// <summary>One entry for each name of each scope, in no particular order.</summary>
    public static IEnumerable<string> Entries(ParseResult parse) =>
        from scope in ScopeTree.Build(parse).All
        from symbol in scope.Symbols
        select string.Create(CultureInfo.InvariantCulture,
            $"{LineOf(scope, parse)} {TypeOf(scope)} {scope.Name} {symbol.Name} {Roles(symbol)} {symbol.Binding}");

    private static int LineOf(Scope scope, ParseResult parse) =>
        scope.Kind == ScopeKind.Module ? 0 : parse.Source.LineOf(scope.Node.Span.Start);

    private static string TypeOf(Scope scope) => scope.Kind switch
    {
        ScopeKind.Module => "module",
        ScopeKind.Class => "class",
        ScopeKind.TypeParameters => "type parameters",
        ScopeKind.TypeAlias => "type alias",
        ScopeKind.TypeVariable => "type variable",
        _ => "function",
    };

    private static string Roles(Symbol symbol)
    {
        var letters = new string([.. Letters.Where(l => (symbol.Roles & l.Role) != 0).Select(l => l.Letter)]);
        return letters.Length > 0 ? letters : "-";
    }
}
