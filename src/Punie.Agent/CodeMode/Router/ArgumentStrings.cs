using Punie.Chat.Grammars;

namespace Punie.Agent.CodeMode.Router;

/// <summary>Which string literals may stand for a value that a person names.</summary>
/// <param name="rules">The shared rules.</param>
/// <param name="request">The parts of the request; null when any string may stand there.</param>
internal sealed class ArgumentStrings(RuleSet rules, RequestValues? request)
{
    private static readonly HashSet<string> NameParameters = ["path", "cwd", "file"];

    /// <summary>An argument.</summary>
    /// <param name="parameter">Its parameter's name: a path has no white space.</param>
    public GrammarExpression Of(string parameter) =>
        request == null ? rules.String : NameParameters.Contains(parameter) ? request.Name : request.Text;

    /// <summary>A text that is looked for.</summary>
    public GrammarExpression Sought => request == null ? rules.String : request.Text;
}
