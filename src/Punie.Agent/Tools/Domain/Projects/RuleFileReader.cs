using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;
using Punie.Python.Rewriting;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Punie.Agent.Tools.Domain.Projects;

/// <summary>Reads one rule file.</summary>
/// <remarks>
/// <code>
/// summary: House rules.          # optional
/// rules:
///   - id: no-print
///     pattern: print($$$)        # as cst_find_pattern takes it
///     message: Print nothing.    # may name the pattern's holes
///     severity: warning          # or error
///     suggestion: Use a logger.  # optional
///     languages: [python]        # optional
/// </code>
/// </remarks>
internal static class RuleFileReader
{
    private const string Python = "python";

    private static readonly string[] FileKeys = ["summary", "rules"];

    private static readonly string[] RuleKeys = ["id", "pattern", "message", "severity", "suggestion", "languages"];

    /// <summary>The file's summary and its rules.</summary>
    /// <exception cref="RuleFileException">Something in it is wrong.</exception>
    public static (string? Summary, IReadOnlyList<Rule> Rules) Read(string yaml)
    {
        var root = Load(yaml);
        Refuse(root, FileKeys);
        if (!root.Children.TryGetValue("rules", out var value)
            || value is not YamlSequenceNode { Children.Count: > 0 } list)
            throw RuleFileException.At(root, "there are no rules; write 'rules:' with a list of them.");

        var rules = new List<Rule>();
        foreach (var node in list.Children)
        {
            var text = ReadRule(node);
            if (rules.Exists(rule => rule.Id == text.Id))
                throw RuleFileException.At(node, $"there are two rules '{text.Id}'; rename one.");
            rules.Add(new ProjectRule(text));
        }

        return (Text(root, "summary"), rules);
    }

    private static YamlMappingNode Load(string yaml)
    {
        try
        {
            return YamlText.Load(yaml) is [{ RootNode: YamlMappingNode root }]
                ? root
                : throw new RuleFileException(1, "the file should be one mapping with 'rules:'.");
        }
        catch (YamlException e)
        {
            throw new RuleFileException(e.Start.Line, $"it is not YAML: {e.Message}");
        }
    }

    private static ProjectRuleText ReadRule(YamlNode node)
    {
        if (node is not YamlMappingNode rule)
            throw RuleFileException.At(node, "a rule should be a mapping with id, pattern and message.");
        Refuse(rule, RuleKeys);
        CheckLanguages(rule);
        return new ProjectRuleText(
            Required(rule, "id"), ReadSeverity(rule), ReadPattern(rule), Required(rule, "message"),
            Text(rule, "suggestion") ?? "");
    }

    private static Severity ReadSeverity(YamlMappingNode rule) => Text(rule, "severity") switch
    {
        null or "warning" => Severity.Warning,
        "error" => Severity.Error,
        var other =>
            throw RuleFileException.At(rule.Children["severity"],
            $"the severity is '{other}'; write error or warning."),
    };

    private static CodePattern ReadPattern(YamlMappingNode rule)
    {
        try
        {
            return CodePattern.Parse(Required(rule, "pattern"));
        }
        catch (FormatException e)
        {
            throw RuleFileException.At(rule.Children["pattern"], e.Message);
        }
    }

    private static void CheckLanguages(YamlMappingNode rule)
    {
        if (!rule.Children.TryGetValue("languages", out var languages)) return;
        var all = languages is YamlSequenceNode list ? list.Children : [languages];
        if (all.FirstOrDefault(one => one is not YamlScalarNode { Value: Python }) is { } other)
            throw RuleFileException.At(other, $"the language is '{other}'; rules can only look at {Python}.");
    }

    // A misspelt key would be a rule that silently does less.
    private static void Refuse(YamlMappingNode node, string[] known)
    {
        foreach (var key in node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name))
                throw RuleFileException.At(key, $"there is no key '{name}'{Nearest.Hint(name, known)}");
        }
    }

    private static string Required(YamlMappingNode node, string key) => Text(node, key) is { Length: > 0 } text
        ? text
        : throw RuleFileException.At(node, $"the rule has no '{key}'.");

    private static string? Text(YamlMappingNode node, string key)
    {
        if (!node.Children.TryGetValue(key, out var value)) return null;
        return value is YamlScalarNode scalar
            ? scalar.Value
            : throw RuleFileException.At(value, $"'{key}' should be a text.");
    }
}
