using Punie.Chat.Grammars;

namespace Punie.Agent.CodeMode.Router;

/// <summary>Which string literals may stand for a value that a person names.</summary>
/// <param name="rules">The shared rules.</param>
/// <param name="request">The request; null when any string may stand there.</param>
internal sealed class ArgumentStrings(RuleSet rules, string? request)
{
    private readonly RequestValues? _values = request == null ? null : new RequestValues(rules, request);
    private readonly RequestNames? _names = request == null ? null : new RequestNames(rules, request);

    /// <summary>An argument.</summary>
    /// <param name="parameter">Its parameter's name says what it is: a path, a Python name, code, or any text.</param>
    public GrammarExpression Of(string parameter) => _values == null || _names == null ? rules.String : parameter switch
    {
        "path" or "cwd" or "file" or "file_path" => _values.Name,
        "symbol" or "query" or "old_name" or "new_name" => _names.Name,
        "pattern" => GrammarExpression.Choice(_names.Pattern, _values.Text),
        "import_stmt" => GrammarExpression.Choice(_names.Import, _values.Text),
        _ => _values.Text,
    };

    /// <summary>A text that is looked for.</summary>
    public GrammarExpression Sought => _values == null ? rules.String : _values.Text;
}
