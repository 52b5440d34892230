using Punie.Agent.Tools.Domain.Markup;
using Punie.Python.Rewriting;
using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>A Python file as rules look at it: every node with its parent, names with their meaning, lines.</summary>
internal sealed class SourceModule
{
    private readonly Dictionary<Node, Node> _parents = [];
    private readonly HashSet<string> _folders;
    private readonly Lazy<IReadOnlyList<HtmlCall>> _html;
    private readonly Lazy<IReadOnlyList<ClassFacts>> _classes;
    private readonly Lazy<IReadOnlyList<ComponentUse>> _components;
    private readonly Lazy<IReadOnlyList<Route>> _routes;

    public SourceModule(PythonFile file)
    {
        File = file;
        Nodes = [.. SyntaxWalk.All(file.Parse.Module)];
        _folders = file.Path.Split('/').SkipLast(1).ToHashSet(StringComparer.Ordinal);
        var children = new List<Node>();
        foreach (var node in Nodes)
        {
            children.Clear();
            NodeChildren.Collect(node, children);
            foreach (var child in children) _parents[child] = node;
        }

        Names = new NameTable(this);
        _html = new(() => HtmlCall.In(this));
        _classes = new(() => ClassFacts.In(this));
        _components = new(() => ComponentUse.In(this));
        _routes = new(() => RouteReader.In(this));
    }

    public PythonFile File { get; }

    /// <summary>Every node, parents first.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    public NameTable Names { get; }

    /// <summary>The calls of <c>html</c> in source order.</summary>
    public IReadOnlyList<HtmlCall> Html => _html.Value;

    /// <summary>The classes in source order.</summary>
    public IReadOnlyList<ClassFacts> Classes => _classes.Value;

    /// <summary>The components in its templates in source order.</summary>
    public IReadOnlyList<ComponentUse> Components => _components.Value;

    /// <summary>The routes that it declares, in source order.</summary>
    public IReadOnlyList<Route> Routes => _routes.Value;

    /// <summary>The facts of a class of this file.</summary>
    public ClassFacts FactsOf(ClassStatement node) => Classes.First(facts => ReferenceEquals(facts.Node, node));

    public Node? ParentOf(Node node) => _parents.GetValueOrDefault(node);

    /// <summary>The nodes around a node, nearest first.</summary>
    public IEnumerable<Node> Around(Node node)
    {
        for (var parent = ParentOf(node); parent is not null; parent = ParentOf(parent)) yield return parent;
    }

    /// <summary>The innermost class or function that holds a node.</summary>
    public Node? DefinitionAround(Node node) =>
        Around(node).FirstOrDefault(n => n is ClassStatement or FunctionStatement);

    /// <summary>The innermost class that holds a node, also from inside its methods.</summary>
    public ClassStatement? ClassAround(Node node) => Around(node).OfType<ClassStatement>().FirstOrDefault();

    public int LineOf(Node node) => LineOf(node.Span);

    public int LineOf(TextSpan span) => File.Parse.Source.LineOf(span.Start);

    /// <summary>True when the top package of a dotted name is part of the file's own path.</summary>
    public bool IsOwnPackage(string fullName) => _folders.Contains(fullName.Split('.')[0]);

    /// <summary>The nearest scope around a node.</summary>
    public Scope ScopeAt(Node node)
    {
        foreach (var around in Around(node).Prepend(node))
        {
            if (File.Scopes.TryGetScope(around, out var scope)) return scope;
        }

        return File.Scopes.Module;
    }
}
