using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain;

/// <summary>One thing that may be wrong in a file.</summary>
/// <param name="id">As results name it.</param>
/// <param name="severity">How bad a finding is.</param>
internal abstract class Rule(string id, Severity severity)
{
    /// <summary>As results name it.</summary>
    public string Id { get; } = id;

    /// <summary>How bad a finding is.</summary>
    public Severity Severity { get; } = severity;

    /// <summary>True when the rule looks into files that the checked one imports.</summary>
    public virtual bool IsCrossFile => false;

    /// <summary>The places of a file that break the rule, in any order.</summary>
    public abstract IEnumerable<ValidationIssue> Check(SourceModule module, Project project);

    /// <summary>One finding.</summary>
    protected ValidationIssue Issue(int line, string message, string suggestion) =>
        new(Id, Severity.ToText(), message, line, suggestion);
}
