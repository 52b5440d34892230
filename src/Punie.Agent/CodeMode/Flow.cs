using System.Collections.Immutable;
using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

/// <summary>One thing that a value may be while a program is followed without running it.</summary>
internal abstract class Atom
{
    private protected Atom()
    {
    }

    /// <summary>A value of a known type; <see cref="Use"/> is the tool call that it came from.</summary>
    internal sealed class Typed(ToolType type, int? use) : Atom
    {
        public ToolType Type { get; } = type;

        public int? Use { get; } = use;

        public override bool Equals(object? obj) =>
            obj is Typed other && Use == other.Use && Type.Equals(other.Type);

        public override int GetHashCode() => HashCode.Combine(Type, Use);
    }

    /// <summary>A list, set, dict or iterator that the program makes; it grows while the program is followed.</summary>
    internal sealed class Box : Atom
    {
        public Flow Items { get; set; } = Flow.Unknown;

        public Flow Keys { get; set; } = Flow.Unknown;

        /// <summary>Its Python type where the program shows it, for argument checks.</summary>
        public required string PythonType { get; init; }
    }

    /// <summary>A tuple with known places.</summary>
    internal sealed class Places(IReadOnlyList<Flow> parts) : Atom
    {
        public IReadOnlyList<Flow> Parts { get; } = parts;
    }

    /// <summary>A function or lambda of the program.</summary>
    internal sealed class Function(Node node, FlowScope scope) : Atom
    {
        public Node Node { get; } = node;

        public FlowScope Scope { get; } = scope;
    }

    /// <summary>A tool that is used as a value.</summary>
    internal sealed class ToolName(Tool tool) : Atom
    {
        public Tool Tool { get; } = tool;
    }
}

/// <summary>All the things that a value may be; empty when nothing is known.</summary>
internal sealed class Flow
{
    // More alternatives than this teach nothing and cost time.
    private const int MostAtoms = 16;

    private Flow(ImmutableArray<Atom> atoms) => Atoms = atoms;

    public static Flow Unknown { get; } = new([]);

    public ImmutableArray<Atom> Atoms { get; }

    public static Flow Of(Atom atom) => new([atom]);

    public static Flow Of(ToolType type, int? use = null) => new([new Atom.Typed(type, use)]);

    public static Flow BoxOf(Flow items, string pythonType, Flow? keys = null) =>
        Of(new Atom.Box { Items = items, Keys = keys ?? Unknown, PythonType = pythonType });

    public static Flow Any(IEnumerable<Flow> flows) => flows.Aggregate(Unknown, (all, flow) => all.Or(flow));

    public Flow Or(Flow other)
    {
        if (other.Atoms.IsEmpty || ReferenceEquals(this, other)) return this;
        if (Atoms.IsEmpty) return other;
        var joined = Atoms;
        foreach (var atom in other.Atoms)
        {
            if (joined.Length < MostAtoms && !joined.Contains(atom)) joined = joined.Add(atom);
        }

        return joined.Length == Atoms.Length ? this : new Flow(joined);
    }

    /// <summary>What iterating or indexing gives.</summary>
    public Flow Element()
    {
        var elements = Unknown;
        foreach (var atom in Atoms)
        {
            elements = elements.Or(atom switch
            {
                Atom.Typed { Type: var type, Use: var use } => type.Bare() switch
                {
                    ToolType.List list => Of(list.Item, use),
                    ToolType.Str => Of(type.Bare(), use),
                    _ => Unknown,
                },
                Atom.Box { PythonType: "dict" } box => box.Keys,
                Atom.Box box => box.Items,
                Atom.Places places => Any(places.Parts),
                _ => Unknown,
            });
        }

        return elements;
    }
}

internal static class ToolTypes
{
    /// <summary>The type without <c>| None</c>.</summary>
    public static ToolType Bare(this ToolType type) => type is ToolType.Optional optional ? optional.Value : type;
}

/// <summary>The names of one function, class, comprehension or the whole program.</summary>
internal sealed class FlowScope(FlowScope? parent)
{
    private readonly HashSet<string> _outer = [];

    public Dictionary<string, Flow> Names { get; set; } = [];

    public FlowScope? Parent { get; } = parent;

    public Flow? Find(string name)
    {
        for (var scope = this; scope != null; scope = scope.Parent)
        {
            if (scope.Names.TryGetValue(name, out var flow)) return flow;
        }

        return null;
    }

    /// <summary><c>global</c> or <c>nonlocal</c>: assignments go to the scope that has the name.</summary>
    public void Redirect(string name) => _outer.Add(name);

    public void Bind(string name, Flow flow)
    {
        var scope = this;
        if (_outer.Contains(name))
        {
            while (scope.Parent != null && !(scope != this && scope.Names.ContainsKey(name))) scope = scope.Parent;
        }

        scope.Names[name] = flow;
    }
}
