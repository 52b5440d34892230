using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Which return annotations promise something that tdom renders.</summary>
internal static class NodeType
{
    private static readonly HashSet<string> Names =
        ["Node", "Element", "Text", "Fragment", "Comment", "DocumentType", "Template"];

    /// <summary>True for a node, a subclass of one in the file, and a union of them with or without None.</summary>
    public static bool IsNode(SourceModule module, Expression? annotation)
    {
        if (annotation is null) return false;
        var choices = Annotations.Choices(module, annotation, annotation).ToList();
        return choices.Count > 0 && choices.TrueForAll(choice => IsOne(module, choice, annotation, 10));
    }

    private static bool IsOne(SourceModule module, Expression type, Node at, int levels)
    {
        var open = type is SubscriptExpression generic ? generic.Value : type;
        if (module.Names.Of(open, at) is Meaning.Defined { Statement: ClassStatement own } && levels > 0)
            return own.Name.Text == "Node" || own.Bases.Any(parent => IsOne(module, parent, parent, levels - 1));
        if (open is NameExpression name && module.Names.ValueOf(name, at) is { } alias && levels > 0)
            return IsOne(module, Annotations.Unquoted(alias), alias, levels - 1);
        return Framework.LastName(module, open, at) is { } last && Names.Contains(last);
    }
}
