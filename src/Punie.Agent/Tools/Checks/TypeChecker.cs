using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>What a type checker is asked to look at.</summary>
/// <param name="Path">File or folder.</param>
/// <param name="Environment">The project's Python environment; null when it has none.</param>
/// <param name="Context">The project.</param>
internal sealed record CheckTarget(WorkspacePath Path, VirtualEnvironment? Environment, ToolContext Context)
{
    /// <summary>
    /// True when the whole project is meant, so that the checker's own settings may say what belongs to it.
    /// </summary>
    public bool IsProject => Path.Relative == ".";
}

/// <summary>What a type checker said.</summary>
/// <param name="Errors">Its findings in its order.</param>
/// <param name="FoundFiles">False when there was nothing to check.</param>
internal sealed record TypeFindings(IReadOnlyList<TypeCheckError> Errors, bool FoundFiles);

/// <summary>One kind of type checker: how it is asked for a machine format, and how that is read.</summary>
/// <param name="name">What people call it; also its program's name.</param>
internal abstract class TypeChecker(string name)
{
    /// <summary>Every known one, in the order in which they are preferred.</summary>
    public static IReadOnlyList<TypeChecker> All { get; } =
        [new TyChecker(), new PyrightChecker("basedpyright"), new PyrightChecker("pyright"), new MypyChecker()];

    /// <summary>What people call it.</summary>
    public string Name { get; } = name;

    /// <summary>The arguments after the program's own ones.</summary>
    public abstract ValueTask<IReadOnlyList<string>> ArgumentsAsync(
        CheckProgram program, CheckTarget target, CancellationToken cancellationToken);

    /// <summary>
    /// Reads its output; null when it could not run or the output is not in the format that was asked for.
    /// </summary>
    public abstract TypeFindings? Read(CheckRun.Done done, ToolContext context);
}
