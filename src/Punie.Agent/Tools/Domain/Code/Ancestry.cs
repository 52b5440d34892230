using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>The classes that a class inherits from.</summary>
/// <param name="Known">Those of the workspace, nearest first.</param>
/// <param name="IsComplete">False when one of them is out of sight, so that it may bring anything.</param>
internal sealed record Ancestry(IReadOnlyList<ClassFacts> Known, bool IsComplete)
{
    private static readonly HashSet<string> Plain = ["object", "Generic", "ABC", "Protocol", "NamedTuple"];

    public static Ancestry Of(ClassFacts facts, Project project)
    {
        var known = new List<ClassFacts>();
        var isComplete = true;
        var open = new Queue<ClassFacts>([facts]);
        while (open.TryDequeue(out var next))
        {
            foreach (var parent in next.Node.Bases)
            {
                var type = parent is SubscriptExpression generic ? generic.Value : parent;
                if (project.Resolve(next.Module, type, parent) is not Target.Class found)
                {
                    isComplete &= Framework.LastName(next.Module, type, parent) is { } name && Plain.Contains(name);
                }
                else if (!ReferenceEquals(found.Facts, facts) && !known.Contains(found.Facts))
                {
                    known.Add(found.Facts);
                    open.Enqueue(found.Facts);
                }
            }
        }

        return new Ancestry(known, isComplete);
    }

    /// <summary>
    /// True when a class needs no <c>@dataclass</c> of its own: it has one, or it adds no field to what it inherits.
    /// </summary>
    public static bool IsDataclass(ClassFacts facts, Project project)
    {
        if (facts.HasDataclass || facts.IsRecord) return true;
        if (facts.Fields.Count > 0) return false;
        var ancestry = Of(facts, project);
        return !ancestry.IsComplete || ancestry.Known.Any(parent => parent.HasDataclass || parent.IsRecord);
    }
}
