using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Punie.Agent.Processes.Confining;

namespace Punie.Agent.Processes;

/// <summary>Starts a program in a process group of its own and ends the whole group.</summary>
/// <remarks>
/// Linux: the program leads a new session through <c>setsid</c>. Elsewhere the tree of children is ended instead, which
/// misses a child whose parent has gone. Not covered on any system: a child that starts a session of its own.
/// </remarks>
internal static class ProcessGroup
{
    private const int SigKill = 9;

    // Both launchers replace themselves by the program, so the process id is the program's own.
    private static readonly string? SessionLauncher =
        OperatingSystem.IsLinux() ? ProgramSearch.Find("setsid", "/", "/usr/bin:/bin") : null;

    private static readonly string[] JoinStreams = ["/bin/sh", "-c", "exec \"$@\" 2>&1", "sh"];

    /// <summary>The words that start the program in its own group.</summary>
    /// <param name="words">Full path of the program, and its arguments.</param>
    /// <param name="joined">Send both streams through one pipe.</param>
    public static IReadOnlyList<string> Launch(IReadOnlyList<string> words, bool joined) =>
    [
        .. joined && !OperatingSystem.IsWindows() ? JoinStreams : [],
        .. SessionLauncher is null ? [] : new[] { SessionLauncher },
        .. words,
    ];

    /// <summary>A launcher's own error, when it could not start the program.</summary>
    public static string? LaunchError(string text)
    {
        if (text.StartsWith(ConfinedLauncher.Failure, StringComparison.Ordinal))
        {
            return text[ConfinedLauncher.Failure.Length..].Split('\n')[0];
        }

        const string Start = "setsid: failed to execute ";
        if (SessionLauncher is null || !text.StartsWith(Start, StringComparison.Ordinal)) return null;

        var line = text[Start.Length..].Split('\n')[0];
        return line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    /// <summary>Ends the program and everything in its group. Does nothing when all have ended.</summary>
    public static void End(Process process)
    {
        if (SessionLauncher is not null) _ = Kill(-process.Id, SigKill);

        try
        {
            // The launcher may not have made the group yet.
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended in between.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
