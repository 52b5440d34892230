using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tools.Domain.Rules;

/// <summary><c>html</c> escapes the values of t-strings only.</summary>
internal sealed class NoFstringInHtml() : Rule("no-fstring-in-html", Severity.Error)
{
    public override IEnumerable<ValidationIssue> Check(SourceModule module, Project project) =>
        BuiltText.InHtml(module).Select(found => Issue(
            module.LineOf(found.Text),
            $"html() gets {found.How}: its values are not escaped.",
            "Write the template as a t-string: html(t\"...\")."));
}
