using Punie.Agent.Tools.Domain.Code;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Domain.Projects;

/// <summary>A rule that a project wrote: code that a pattern fits is a finding.</summary>
/// <param name="text">What the rule file says.</param>
internal sealed class ProjectRule(ProjectRuleText text) : Rule(text.Id, text.Severity)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project)
    {
        if (!text.Pattern.MayMatch(module.File.Parse.Source.Text)) return [];
        return text.Pattern.FindAll(module.File)
            .Select(match => Issue(match.Start.Line, Fill(text.Message, match), Fill(text.Suggestion, match)));
    }

    // $X in a message is the code under the pattern's $X; longer names first, so that $ARGS is not $A and RGS.
    private static string Fill(string message, PatternMatch match)
    {
        foreach (var (name, code) in match.Holes.OrderByDescending(hole => hole.Key.Length))
        {
            message = message.Replace($"$$${name}", code, StringComparison.Ordinal)
                .Replace($"${name}", code, StringComparison.Ordinal);
        }

        return message;
    }
}

/// <summary>One rule of a rule file.</summary>
/// <param name="Id">As findings name it.</param>
/// <param name="Severity">How bad a finding is.</param>
/// <param name="Pattern">What it looks for.</param>
/// <param name="Message">What is wrong; may name holes of the pattern.</param>
/// <param name="Suggestion">What to do; may be empty.</param>
internal sealed record ProjectRuleText(string Id, Severity Severity, CodePattern Pattern, string Message,
    string Suggestion);
