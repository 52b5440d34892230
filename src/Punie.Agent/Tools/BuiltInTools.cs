using Punie.Agent.Tools.Checks;
using Punie.Agent.Tools.Commands;
using Punie.Agent.Tools.Domain;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Git;
using Punie.Agent.Tools.Navigation;
using Punie.Agent.Tools.Syntax;

namespace Punie.Agent.Tools;

/// <summary>The tools that ship with Punie.</summary>
public static class BuiltInTools
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ToolCatalog Create() => new(
    [
        new ReadFileTool(),
        new WriteFileTool(),
        new RunCommandTool(),
        new TypecheckTool(),
        new RuffCheckTool(),
        new PytestRunTool(),
        new GotoDefinitionTool(),
        new FindReferencesTool(),
        new HoverTool(),
        new DocumentSymbolsTool(),
        new WorkspaceSymbolsTool(),
        new GitStatusTool(),
        new GitDiffTool(),
        new GitLogTool(),
        new CstFindPatternTool(),
        new CstRenameTool(),
        new CstAddImportTool(),
        .. DomainValidators.All,
    ]);
}
