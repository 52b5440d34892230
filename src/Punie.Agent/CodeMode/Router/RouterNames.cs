using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode.Router;

/// <summary>The one name that router programs give to each tool's result and to each kind of list item.</summary>
/// <remarks>One name for one thing is what lets a grammar without memory know which fields a name has.</remarks>
public static class RouterNames
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["typecheck"] = "types",
        ["ruff_check"] = "lint",
        ["pytest_run"] = "tests",
        ["git_status"] = "status",
        ["git_diff"] = "diff",
        ["git_log"] = "log",
        ["read_file"] = "text",
        ["run_command"] = "out",
        ["write_file"] = "saved",
        ["cst_find_pattern"] = "found",
        ["cst_rename"] = "renamed",
        ["cst_add_import"] = "imported",
        ["validate_component"] = "components",
        ["check_render_tree"] = "tree",
        ["validate_escape_context"] = "escapes",
        ["validate_service_registration"] = "services",
        ["check_dependency_graph"] = "graph",
        ["validate_injection_site"] = "injections",
        ["validate_middleware_chain"] = "chain",
        ["check_di_template_binding"] = "bindings",
        ["validate_route_pattern"] = "routes",
        ["goto_definition"] = "places",
        ["find_references"] = "refs",
        ["hover"] = "about",
        ["document_symbols"] = "outline",
        ["workspace_symbols"] = "hits",
    };

    private static readonly Dictionary<string, string> Items = new(StringComparer.Ordinal)
    {
        ["TypeCheckError"] = "e",
        ["RuffViolation"] = "v",
        ["TestCase"] = "t",
        ["GitFileStatus"] = "f",
        ["DiffFile"] = "d",
        ["GitCommit"] = "c",
        ["CstMatch"] = "m",
        ["ValidationIssue"] = "i",
        ["DefinitionLocation"] = "p",
        ["ReferenceLocation"] = "r",
        ["SymbolInfo"] = "s",
        ["WorkspaceSymbol"] = "w",
    };

    /// <summary>The item of a text's lines.</summary>
    public const string Line = "line";

    /// <summary>The item of a record's list of records like itself.</summary>
    public const string Inner = "inner";

    /// <summary>The variable that holds a tool's result.</summary>
    public static string Variable(Tool tool) => Variables.GetValueOrDefault(tool.Name, $"{tool.Name}_result");

    /// <summary>The loop name of a record in a list.</summary>
    public static string Item(RecordSchema record) =>
        Items.GetValueOrDefault(record.Name, record.Name.ToLowerInvariant());

    /// <summary>The loop name of a list of plain values: its field's name without the plural s.</summary>
    public static string Item(RecordField field) =>
        field.Name.EndsWith('s') ? field.Name[..^1] : $"one_{field.Name}";
}
