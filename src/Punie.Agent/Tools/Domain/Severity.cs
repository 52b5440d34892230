using System.Diagnostics;

namespace Punie.Agent.Tools.Domain;

/// <summary>How bad a finding is.</summary>
internal enum Severity
{
    /// <summary>Wrong.</summary>
    Error,

    /// <summary>Probably wrong.</summary>
    Warning,
}

internal static class SeverityText
{
    /// <summary>As results and rule files write it.</summary>
    public static string ToText(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => throw new UnreachableException(),
    };
}
