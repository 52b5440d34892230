using Punie.Agent.Configuration;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Checks;

namespace Punie.Agent.LanguageServer;

/// <summary>
/// Finds a language server: the project's own first, so that answers agree with its people's editors.
/// </summary>
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
        public CheckProgram? In(CheckProgram? found) => found?.With(Arguments);
    }

    /// <summary>
    /// The one of the command line; the project's choice; else the project's own, Punie's pyright, or the machine's.
    /// </summary>
    public static Located Find(ToolContext context, LanguageServerSettings settings, ProgramPlaces places)
    {
        if (settings.Command.Count > 0) return Configured(settings.Command, places);
        if (settings.Preferred.Count > 0) return Preferred(settings.Preferred, places);

        var unknown = settings.Order.FirstOrDefault(name => Array.TrueForAll(Known, server => server.Name != name));
        if (unknown is not null)
        {
            var names = string.Join(", ", Known.Select(server => server.Name));
            return new Located.Missing(
                $"'{unknown}' is not a known language server; use one of {names}, or give a command line.");
        }

        var servers = settings.Order.Select(name => Array.Find(Known, server => server.Name == name)!).ToList();
        Func<KnownServer, CheckProgram?>[] lookups =
            [server => OfProject(server, places), server => Packaged(server, places), server => OnPath(server, places)];
        var found = lookups.SelectMany(lookup => servers.Select(lookup)).FirstOrDefault(one => one is not null);
        return found is not null ? new Located.Found(found) : Missing(context);
    }

    /// <summary>What asks a server for its version; null for one that does not tell.</summary>
    public static (string Program, IReadOnlyList<string> Arguments)? VersionCommand(CheckProgram server,
        ProgramPlaces places)
    {
        // The servers of the pyright family take the version option for a mistake; the checker beside them does not.
        if (server.Name is Pyright or "basedpyright")
        {
            var checker = places.OfProject(server.Name)
                ?? places.Packaged(server.Name, CheckerLocator.PyrightPackage, PyrightPackage)
                ?? places.OnPath(server.Name);
            return checker is null ? null : (checker.Program, [.. checker.Arguments, "--version"]);
        }

        return server.Name is "ty" or "pylsp" ? (server.Program, ["--version"]) : null;
    }

    private static Located Configured(IReadOnlyList<string> command, ProgramPlaces places) =>
        Named(command, places) is { } program
            ? new Located.Found(program)
            : new Located.Missing(
                $"The language server '{command[0]}' is not installed. Install it, or correct its command line.");

    private static Located Preferred(IReadOnlyList<IReadOnlyList<string>> choices, ProgramPlaces places)
    {
        var found = choices.Select(choice => OfChoice(choice, places)).FirstOrDefault(one => one is not null);
        if (found is not null) return new Located.Found(found);

        var names = string.Join(" or ", choices.Select(choice => $"'{choice[0]}'"));
        return new Located.Missing(
            $"The language server {names} is not installed. Install it, or correct 'language_server' in "
            + $"{ProjectConfigFile.Name}.");
    }

    private static CheckProgram? OfChoice(IReadOnlyList<string> choice, ProgramPlaces places)
    {
        // The name alone, or the line that would be started anyway, may be any copy of a known server.
        var known =
            Array.Find(Known, server =>
                choice.Count == 1 ? server.Name == choice[0] || server.Program == choice[0] : IsLine(server, choice));
        return known is null
            ? Named(choice, places)
            : OfProject(known, places) ?? Packaged(known, places) ?? OnPath(known, places);
    }

    private static bool IsLine(KnownServer server, IReadOnlyList<string> words) =>
        server.Program == words[0] && words.Skip(1).SequenceEqual(server.Arguments);

    private static CheckProgram? Named(IReadOnlyList<string> command, ProgramPlaces places) =>
        places.Named(command[0])?.With(command.Skip(1)) is { } program
            ? program with { Name = Path.GetFileName(command[0]) }
            : null;

    private static CheckProgram? OfProject(KnownServer server, ProgramPlaces places) =>
        server.In(places.OfProject(server.Name, server.Program));

    private static CheckProgram? OnPath(KnownServer server, ProgramPlaces places) =>
        server.In(places.OnPath(server.Name, server.Program));

    private static CheckProgram? Packaged(KnownServer server, ProgramPlaces places) =>
        server.Name == Pyright ? server.In(places.Packaged(server.Name, PyrightPackage, PyrightPackage)) : null;

    private static Located.Missing Missing(ToolContext context)
    {
        var node = context.Processes.Find("node", context.Workspace.Root) is null
            ? "Install Node.js 20 or newer and run"
            : "Run";
        return new Located.Missing(
            $"No language server is installed. {node} 'npm ci' in Punie's eng/node folder, " +
            "or install ty, basedpyright, pyright or python-lsp-server in the project's environment.");
    }
}
