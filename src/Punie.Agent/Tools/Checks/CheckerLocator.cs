using Punie.Agent.Processes;

namespace Punie.Agent.Tools.Checks;

/// <summary>Finds the checkers: the project's own first, so that a check says what the project's people see.</summary>
internal static class CheckerLocator
{
    public const string PyrightPackage = "node_modules/pyright/index.js";
    public const string RuffRunner = "ruff-check.mjs";
    private const string RuffPackage = "node_modules/@astral-sh/ruff-wasm-nodejs/package.json";
    private const string RunSetUp = "run 'npm ci' in Punie's eng/node folder";

    /// <summary>The project's pyright, the pinned one under node, or the machine's.</summary>
    public static Located Pyright(ToolContext context)
    {
        var found = OfProject(context, "pyright")
            ?? Packaged(context, "pyright", PyrightPackage, PyrightPackage)
            ?? OnPath(context, "pyright");
        return found is not null ? new Located.Found(found) : Missing(context, "pyright");
    }

    /// <summary>The project's ruff, the machine's, or ruff's engine under node.</summary>
    public static Located Ruff(ToolContext context)
    {
        var found = OfProject(context, "ruff")
            ?? OnPath(context, "ruff")
            ?? Packaged(context, "ruff", RuffRunner, RuffPackage);
        return found is not null ? new Located.Found(found) : Missing(context, "ruff");
    }

    /// <summary>True for ruff's engine under node, which takes other arguments than the ruff program.</summary>
    public static bool IsEngineUnderNode(CheckProgram ruff) => ruff.Arguments.Count > 0;

    private static CheckProgram? OfProject(ToolContext context, string name)
    {
        var found = VirtualEnvironment.Find(context, name)
            ?? context.Processes.Find($"node_modules/.bin/{name}", context.Workspace.Root);
        return found is null ? null : new CheckProgram(name, found, [], "the project's own");
    }

    private static CheckProgram? OnPath(ToolContext context, string name)
    {
        var found = context.Processes.Find(name, context.Workspace.Root);
        return found is null ? null : new CheckProgram(name, found, [], "installed on this machine");
    }

    private static CheckProgram? Packaged(ToolContext context, string name, string script, string installed)
    {
        var folder = context.Programs.NodeFolder;
        var node = context.Processes.Find("node", context.Workspace.Root);
        return node is not null
            && NodeScript.Find(folder, installed) is not null
            && NodeScript.Find(folder, script) is { } path
            ? new CheckProgram(name, node, [path], "Punie's own package")
            : null;
    }

    private static Located.Missing Missing(ToolContext context, string name)
    {
        var setUp = context.Processes.Find("node", context.Workspace.Root) is null
            ? $"Install Node.js 20 or newer and {RunSetUp}"
            : char.ToUpperInvariant(RunSetUp[0]) + RunSetUp[1..];
        return new Located.Missing(
            $"{name} is not installed. {setUp}, or 'pip install {name}' in the project's environment.");
    }
}
