using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>Finds the checkers: the project's own first, so that a check says what the project's people see.</summary>
internal static class CheckerLocator
{
    public const string PyrightPackage = "node_modules/pyright/index.js";
    public const string RuffRunner = "ruff-check.mjs";
    private const string RuffPackage = "node_modules/@astral-sh/ruff-wasm-nodejs/package.json";
    private const string RunSetUp = "run 'npm ci' in Punie's eng/node folder";

    /// <summary>
    /// The configured type checker; else one that the project's own files set up; else one that is in its environment,
    /// on this machine or among Punie's packages.
    /// </summary>
    /// <exception cref="WorkspaceException">The configured interpreter is not there.</exception>
    public static async ValueTask<Located> TypeCheckerAsync(
        ToolContext context, ProgramPlaces places, CancellationToken cancellationToken)
    {
        string[] known = [.. TypeChecker.All.Select(checker => checker.Name)];
        if (context.Config.Checks.Typecheck is { } configured)
        {
            var name = configured.Words[0];
            if (!known.Contains(name)) return new ConfiguredChecker("checks.typecheck", configured).Find(known, places);
            return First(places, [name]) is { } one
                ? new Located.Found(one.With(configured.Words.Skip(1)))
                : Missing(context, name);
        }

        var shown = await ProjectFiles.TypeCheckersAsync(context.Workspace, cancellationToken).ConfigureAwait(false);
        // Basedpyright reads pyright's settings, and who has it uses it.
        if (shown.Contains("pyright") && !shown.Contains("basedpyright")) shown = [.. shown, "basedpyright"];
        return (First(places, shown) ?? First(places, known)) is { } found
            ? new Located.Found(found)
            : Missing(context, "pyright");
    }

    /// <summary>The configured linter, the project's ruff, the machine's, or ruff's engine under node.</summary>
    public static Located Ruff(ToolContext context, ProgramPlaces places)
    {
        var configured = context.Config.Checks.RuffCheck;
        if (configured is not null && configured.Words[0] != "ruff")
            return new ConfiguredChecker("checks.ruff_check", configured).Find(["ruff"], places);

        var rest = configured?.Words.Skip(1).ToList() ?? [];
        var program = places.OfProject("ruff") ?? places.OnPath("ruff");
        // The engine under node takes no options.
        if (program is null && rest.Count == 0) program = places.Packaged("ruff", RuffRunner, RuffPackage);
        return program is not null ? new Located.Found(program.With(rest)) : Missing(context, "ruff");
    }

    /// <summary>True for ruff's engine under node, which takes other arguments than the ruff program.</summary>
    public static bool IsEngineUnderNode(CheckProgram ruff) =>
        ruff.Arguments is [var script] && Path.GetFileName(script) == RuffRunner;

    // The project's own comes before the machine's for every checker.
    private static CheckProgram? First(ProgramPlaces places, IReadOnlyList<string> names)
    {
        Func<string, CheckProgram?>[] lookups = [name => places.OfProject(name), name => places.OnPath(name), Packaged];
        return lookups.SelectMany(lookup => names.Select(lookup)).FirstOrDefault(found => found is not null);

        CheckProgram? Packaged(string name) =>
            name == "pyright" ? places.Packaged(name, PyrightPackage, PyrightPackage) : null;
    }

    private static Located.Missing Missing(ToolContext context, string name)
    {
        if (name is not ("pyright" or "ruff"))
            return new Located.Missing(
                $"{name} is not installed. Run 'pip install {name}' in the project's environment.");

        var setUp = context.Processes.Find("node", context.Workspace.Root) is null
            ? $"Install Node.js 20 or newer and {RunSetUp}"
            : char.ToUpperInvariant(RunSetUp[0]) + RunSetUp[1..];
        return new Located.Missing(
            $"{name} is not installed. {setUp}, or 'pip install {name}' in the project's environment.");
    }
}
