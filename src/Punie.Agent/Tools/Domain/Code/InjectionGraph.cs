namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Which class asks the container for which.</summary>
internal sealed class InjectionGraph(Project project)
{
    private readonly Dictionary<ClassFacts, IReadOnlyList<Edge<ClassFacts>>> _edges = [];

    /// <summary>The classes of the workspace that a class asks for, with the lines of the fields.</summary>
    public IReadOnlyList<Edge<ClassFacts>> EdgesOf(ClassFacts facts)
    {
        if (_edges.TryGetValue(facts, out var known)) return known;
        var edges = new List<Edge<ClassFacts>>();
        foreach (var injection in facts.Injected.Select(field => field.Injection))
        {
            foreach (var type in Annotations.Choices(facts.Module, injection.Type, injection.At))
            {
                if (project.Resolve(facts.Module, type, injection.At) is Target.Class found)
                    edges.Add(new Edge<ClassFacts>(found.Facts, facts.Module.LineOf(injection.At)));
            }
        }

        return _edges[facts] = edges;
    }
}
