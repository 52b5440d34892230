using System.Diagnostics.CodeAnalysis;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

/// <summary>The scopes of a program: which name means what, as CPython's <c>symtable</c> has it.</summary>
/// <remarks>Annotations belong to the scope around them, also where Python 3.14 gives them one of their own: what their
/// names mean is the same. Comprehensions are scopes, also where CPython runs them inline. Walks recursively within the
/// bounds of <see cref="ParseOptions"/>. Source: https://docs.python.org/3.14/reference/executionmodel.html.</remarks>
public sealed class ScopeTree
{
    private readonly Dictionary<Node, Scope> _scopes;

    internal ScopeTree(ScopeBuilder builder)
    {
        Module = builder.Module;
        All = builder.All;
        Uses = builder.Uses;
        Errors = builder.Errors;
        _scopes = builder.Scopes;
    }

    /// <summary>The module's scope.</summary>
    public Scope Module { get; }

    /// <summary>All scopes, outer ones first, in the order in which they are met.</summary>
    public IReadOnlyList<Scope> All { get; }

    /// <summary>All occurrences of names in the order in which they are met.</summary>
    public IReadOnlyList<NameUse> Uses { get; }

    /// <summary>
    /// What CPython's compiler refuses, in its words and in its order: the first is the one that it reports.
    /// </summary>
    public IReadOnlyList<SyntaxError> Errors { get; }

    /// <summary>Binds the names of a parsed text; one with syntax errors is bound as far as it was read.</summary>
    public static ScopeTree Build(ParseResult parse)
    {
        var builder = new ScopeBuilder(parse.Source, parse.Module);
        builder.Run();
        new ScopeAnalyzer(builder).Run();
        return new(builder);
    }

    /// <summary>The scope that a function, class, lambda, comprehension or module opens.</summary>
    public bool TryGetScope(Node node, [NotNullWhen(true)] out Scope? scope) => _scopes.TryGetValue(node, out scope);

    /// <summary>The occurrence of a name at a 0-based offset of the source, or null.</summary>
    public NameUse? UseAt(int offset) => Uses.FirstOrDefault(u => u.Span.Start <= offset && offset < u.Span.End);

    /// <summary>Every occurrence that means the given symbol, in all scopes, in source order.</summary>
    public IReadOnlyList<NameUse> UsesOf(Symbol definition) =>
        [.. Uses.Where(u => ReferenceEquals(u.Definition, definition)).OrderBy(u => u.Span.Start)];
}
