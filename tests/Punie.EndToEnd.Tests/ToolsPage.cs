using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Punie.Agent.Tools;

namespace Punie.EndToEnd.Tests;

/// <summary>Writes docs/tools.md from the tools' declarations, without what the examples print.</summary>
internal sealed partial class ToolsPage
{
    private const string Head = """
        # The tools

        What a program can call, in Code Mode and with `punie run`. This page is made from the tools' declarations, and every
        example on it is run in a copy of [samples/shop](../samples/sources/shop) when the tests run, so it shows what happens.

        - A check's result has `success` (it ran and found nothing wrong) and `parse_error` (why it could not run, or None): a
          tool that could not do its work never looks like one that found nothing.
        - Paths are relative to the project, with `/`. Lines count from 1, and columns too, except `CstMatch.column`.
        - Records only grow: a new field stands at the end and raises the record's version.
        - Reading is free. What writes or runs something asks first; `--yes` in the examples below answers.
        - `describe_tool("git_log")` prints one tool's part of this page inside a program, `./punie tools describe git_log` in a
          terminal. A project's own rules are tools too: see [rules](rules.md).


        """;

    private readonly ToolCatalog _tools = BuiltInTools.Create();
    private readonly HashSet<RecordSchema> _shown = [];
    private readonly StringBuilder _text = new();

    /// <summary>The page with empty output.</summary>
    public string Write()
    {
        _text.Append(Head).Append("| tool | |\n|---|---|\n");
        foreach (var tool in _tools.Tools)
            _text.Append(CultureInfo.InvariantCulture, $"| [{tool.Name}](#{tool.Name}) | {Cell(tool.Summary)} |\n");
        foreach (var tool in _tools.Tools) Write(tool);
        return _text.ToString();
    }

    private void Write(Tool tool)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n## {tool.Name}\n\n{tool.Summary}{Effect(tool)}\n\n");
        _text.Append(CultureInfo.InvariantCulture, $"```python\n{ToolStub.Signature(tool)}\n```\n\n");
        _text.Append("| parameter | type | |\n|---|---|---|\n");
        foreach (var parameter in tool.Parameters)
        {
            var usual = parameter.Default is { } value ? $" = {ToolStub.Literal(value.Value)}" : "";
            _text.Append(CultureInfo.InvariantCulture,
                $"| `{parameter.Name}` | `{Cell(parameter.Type.ToPython() + usual)}` | {Cell(parameter.Description)} "
                + $"|\n");
        }

        if (tool.Result is ToolType.Record result) Write(result.Schema);
        foreach (var pitfall in tool.Guide!.Pitfalls)
            _text.Append(pitfall == tool.Guide.Pitfalls[0] ? "\n" : "").Append("- ").Append(pitfall).Append('\n');
        Run(tool.Guide.Example, "samples/shop", IsEffective(tool) ? " --yes" : "");
        // The shop keeps the validators' rules; this sample breaks them.
        var everywhere = WebFile().Replace(tool.Guide.Example, "\".\"");
        if (everywhere != tool.Guide.Example) Run(everywhere, "samples/sources/webshop", "");
    }

    private void Write(RecordSchema record)
    {
        if (!_shown.Add(record))
        {
            _text.Append(CultureInfo.InvariantCulture,
                $"\nReturns a [`{record.Name}`](#{record.Name.ToLowerInvariant()}).\n");
            return;
        }

        _text.Append(CultureInfo.InvariantCulture,
            $"\n### {record.Name}\n\n{record.Description} Version {record.Version}.\n\n| field | type | "
            + $"|\n|---|---|---|\n");
        foreach (var field in record.Fields)
            _text.Append(CultureInfo.InvariantCulture,
                $"| `{field.Name}` | `{Cell(field.Type.ToPython())}` | {Cell(field.Description)} |\n");
        foreach (var inner in record.Fields.Select(field => RecordOf(field.Type)).OfType<RecordSchema>()
            .Where(inner => inner != record)) Write(inner);
    }

    private void Run(string program, string workspace, string options) =>
        _text.Append(CultureInfo.InvariantCulture,
            $"\n```console\n$ ./punie run -c '{program}' --workspace {workspace}{options}\n```\n");

    private static bool IsEffective(Tool tool) =>
        tool.Effect != ToolEffect.Read
            && (tool.EffectSwitch is not { } name
            || tool.Guide!.Example.Contains($"{name}=True", StringComparison.Ordinal));

    private static string Effect(Tool tool) => tool.Effect switch
    {
        ToolEffect.Read => "",
        _ when tool.EffectSwitch is { } name => $" With `{name}=True` it asks for permission.",
        _ => " It asks for permission.",
    };

    private static RecordSchema? RecordOf(ToolType type) => type switch
    {
        ToolType.Record record => record.Schema,
        ToolType.List list => RecordOf(list.Item),
        ToolType.Optional optional => RecordOf(optional.Value),
        _ => null,
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex("\"src/shop/web/\\w+\\.py\"")]
    private static partial Regex WebFile();
}
