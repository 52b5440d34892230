using Punie.Agent.Configuration;
using Punie.Agent.Processes.Confining;
using Punie.Cli.Hosting;

namespace Punie.Cli.Commands;

/// <summary>
/// Chooses how the commands of a workspace run: the command line wins over the project's configuration.
/// </summary>
/// <param name="canConfine">Asks the system whether it can confine a command.</param>
/// <param name="notice">Hears what the person should know.</param>
internal sealed class Sandboxes(Func<bool> canConfine, Action<string> notice)
{
    private const string Cannot = "this system cannot confine commands (Linux 5.13 or newer with Landlock can)";

    /// <summary>The sandbox; a usage error when it must be there and cannot.</summary>
    /// <param name="asked">The command line.</param>
    /// <param name="configured">The project's configuration; null when it does not say.</param>
    /// <param name="root">Full path of the project.</param>
    public CommandSandbox Open(SandboxOptions asked, SandboxChoice? configured, string root)
    {
        var choice = asked.Choice ?? configured ?? SandboxChoice.Off;
        if (choice is SandboxChoice.Off)
        {
            return asked.HasNetwork
                ? CommandSandbox.None
                : throw new UsageException("--no-network needs --sandbox on or --sandbox auto");
        }

        if (canConfine()) return new CommandSandbox(Confinement.To(Installation.Self, root, asked.HasNetwork));
        if (choice is SandboxChoice.Auto)
            return new CommandSandbox(null) { Notice = $"{Cannot}; they run as they are", Noticed = notice };

        var who = asked.Choice is null ? $"{ProjectConfigFile.Name} says 'sandbox: on', but " : "";
        throw new UsageException($"{who}{Cannot}; start punie with --sandbox off or auto");
    }
}
