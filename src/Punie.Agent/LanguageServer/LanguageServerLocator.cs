using Punie.Agent.Processes;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Checks;

namespace Punie.Agent.LanguageServer;

/// <summary>Finds a language server: the project's own first, so that answers agree with its people's editors.</summary>
internal static class LanguageServerLocator
{
    public const string PyrightPackage = "node_modules/pyright/langserver.index.js";
    private const string Pyright = "pyright";

    private static readonly KnownServer[] Known =
    [
        new("ty", "ty", ["server"]),
        new("basedpyright", "basedpyright-langserver", ["--stdio"]),
        new(Pyright, "pyright-langserver", ["--stdio"]),
        new("pylsp", "pylsp", []),
    ];

    private sealed record KnownServer(string Name, string Program, string[] Arguments)
    {
        public CheckProgram At(string path, string origin) => new(Name, path, Arguments, origin);
    }

    /// <summary>The configured one, the project's own, Punie's pyright, or the machine's.</summary>
    public static Located Find(ToolContext context, LanguageServerSettings settings)
    {
        if (settings.Command.Count > 0) return Configured(context, settings.Command);

        var unknown = settings.Order.FirstOrDefault(name => Array.TrueForAll(Known, server => server.Name != name));
        if (unknown is not null)
        {
            var names = string.Join(", ", Known.Select(server => server.Name));
            return new Located.Missing($"'{unknown}' is not a known language server; use one of {names}, or give a command line.");
        }

        var servers = settings.Order.Select(name => Array.Find(Known, server => server.Name == name)!).ToList();
        var found = servers.Select(server => OfProject(context, server)).FirstOrDefault(one => one is not null)
            ?? servers.Select(server => Packaged(context, server)).FirstOrDefault(one => one is not null)
            ?? servers.Select(server => OnPath(context, server)).FirstOrDefault(one => one is not null);
        return found is not null ? new Located.Found(found) : Missing(context);
    }

    private static Located Configured(ToolContext context, IReadOnlyList<string> command)
    {
        var name = Path.GetFileName(command[0]);
        return context.Processes.Find(command[0], context.Workspace.Root) is { } path
            ? new Located.Found(new CheckProgram(name, path, [.. command.Skip(1)], "configured"))
            : new Located.Missing($"The language server '{command[0]}' is not installed. Install it, or correct its command line.");
    }

    private static CheckProgram? OfProject(ToolContext context, KnownServer server)
    {
        var found = VirtualEnvironment.Find(context, server.Program)
            ?? context.Processes.Find($"node_modules/.bin/{server.Program}", context.Workspace.Root);
        return found is null ? null : server.At(found, "the project's own");
    }

    private static CheckProgram? OnPath(ToolContext context, KnownServer server) =>
        context.Processes.Find(server.Program, context.Workspace.Root) is { } found ? server.At(found, "installed on this machine") : null;

    private static CheckProgram? Packaged(ToolContext context, KnownServer server)
    {
        if (server.Name != Pyright || NodeScript.Find(context.Programs.NodeFolder, PyrightPackage) is not { } script) return null;
        if (context.Processes.Find("node", context.Workspace.Root) is not { } node) return null;
        return new CheckProgram(server.Name, node, [script, .. server.Arguments], "Punie's own package");
    }

    private static Located.Missing Missing(ToolContext context)
    {
        var node = context.Processes.Find("node", context.Workspace.Root) is null ? "Install Node.js 20 or newer and run" : "Run";
        return new Located.Missing(
            $"No language server is installed. {node} 'npm ci' in Punie's eng/node folder, " +
            "or install ty, basedpyright, pyright or python-lsp-server in the project's environment.");
    }
}
