namespace Punie.Agent.Processes.Confining;

/// <summary>What the operating system keeps a command from doing, and who sets that up.</summary>
/// <remarks>
/// A command may read everything that its user may, and write only below some folders. Source:
/// <see href="https://docs.kernel.org/userspace-api/landlock.html">Landlock</see>. Not covered: reading secrets, using
/// up memory or disk, and services that listen on a socket in the file system.
/// </remarks>
/// <param name="Launcher">The words that start <see cref="ConfinedLauncher"/>: this program and its hidden
/// command.</param>
/// <param name="Writable">Full paths of the folders and files that may be written.</param>
/// <param name="HasNetwork">False: sockets of the network cannot be made.</param>
public sealed record Confinement(IReadOnlyList<string> Launcher, IReadOnlyList<string> Writable, bool HasNetwork)
{
    /// <summary>What programs need to write to whatever they do.</summary>
    private static readonly string[] Devices =
        ["/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/shm", "/dev/pts", "/dev/ptmx"];

    /// <summary>True when this kernel can confine a process.</summary>
    public static bool IsAvailable => Landlock.Version > 0;

    /// <summary>Lets a command write below the workspace and in the temporary folders, nowhere else.</summary>
    /// <param name="launcher">The words that start <see cref="ConfinedLauncher"/>.</param>
    /// <param name="workspace">Full path of the project.</param>
    /// <param name="hasNetwork">False to keep it off the network.</param>
    public static Confinement To(IReadOnlyList<string> launcher, string workspace, bool hasNetwork) =>
        new(launcher,
            [workspace, Path.TrimEndingDirectorySeparator(Path.GetTempPath()), "/tmp", "/var/tmp", .. Devices],
            hasNetwork);

    /// <summary>The words that run a program confined.</summary>
    internal IReadOnlyList<string> Words(IReadOnlyList<string> program) =>
    [
        .. Launcher,
        .. Writable.Distinct(StringComparer.Ordinal).Where(Path.Exists)
            .SelectMany(path => new[] { ConfinedLauncher.Write, path }),
        .. HasNetwork ? [] : new[] { ConfinedLauncher.NoNetwork },
        "--",
        .. program,
    ];
}
