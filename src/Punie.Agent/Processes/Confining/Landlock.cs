using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Punie.Agent.Processes.Confining;

/// <summary>
/// The kernel's Landlock: a thread gives up rights for itself and everything that it becomes or starts.
/// </summary>
/// <remarks>
/// Source: <see href="https://docs.kernel.org/userspace-api/landlock.html"/> and <c>linux/landlock.h</c>.
/// </remarks>
internal static class Landlock
{
    private const long CreateRuleset = 444;
    private const long AddRule = 445;
    private const long RestrictSelf = 446;
    private const int AskVersion = 1;
    private const int PathBeneathRule = 1;

    private const ulong WriteFile = 1 << 1;
    private const ulong RemoveAndMake = 0b1_1111_1111_0000; // REMOVE_DIR, REMOVE_FILE and every MAKE_
    private const ulong Refer = 1 << 13;                    // since version 2
    private const ulong Truncate = 1 << 14;                 // since version 3
    private const ulong SignalScope = 1 << 1;               // since version 6: no signals to processes outside

    private const int OpenPath = 0x20_0000;
    private const int CloseOnExec = 0x8_0000;

    /// <summary>The version that the kernel has; 0 when it has none.</summary>
    public static int Version => IsSupported ? (int)Math.Max(0, SystemCall(CreateRuleset, 0, 0, AskVersion)) : 0;

    [SupportedOSPlatformGuard("linux")]
    private static bool IsSupported =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Takes the right to write away from this thread, but below the given paths.</summary>
    /// <param name="writable">Full paths; those that do not exist are passed over.</param>
    /// <exception cref="NotSupportedException">The kernel refused; the thread may not go on as if it were
    /// confined.</exception>
    [SupportedOSPlatform("linux")]
    public static void AllowWritesOnlyBelow(IEnumerable<string> writable)
    {
        var version = Version;
        if (version == 0) throw new NotSupportedException("this kernel has no Landlock");
        var files = WriteFile | RemoveAndMake | (version >= 2 ? Refer : 0) | (version >= 3 ? Truncate : 0);
        var rules = new Ruleset { Files = files, Scopes = version >= 6 ? SignalScope : 0 };
        var size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        var ruleset = (int)Checked(SystemCall(CreateRuleset, ref rules, size, 0), "landlock_create_ruleset");
        foreach (var path in writable) Allow(ruleset, path, files);
        Checked(SystemCall(RestrictSelf, ruleset, 0, 0), "landlock_restrict_self");
        _ = Close(ruleset);
    }

    private static void Allow(int ruleset, string path, ulong files)
    {
        var opened = Open(Encoding.UTF8.GetBytes(path + '\0'), OpenPath | CloseOnExec);
        if (opened < 0) return;

        // Only these two mean something for what is not a folder.
        var rule =
            new PathBeneath
            {
                Allowed = Directory.Exists(path)
            ? files
            : files & (WriteFile | Truncate),
                Parent = opened
            };
        Checked(SystemCall(AddRule, ruleset, PathBeneathRule, ref rule, 0), $"landlock_add_rule for {path}");
        _ = Close(opened);
    }

    private static long Checked(long result, string call) => result >= 0
        ? result
        : throw new NotSupportedException(
            $"{call} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SystemCall(long number, nint first, nint second, nint third);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SystemCall(long number, ref Ruleset rules, nint size, nint flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SystemCall(long number, nint ruleset, nint kind, ref PathBeneath rule, nint flags);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);

    [StructLayout(LayoutKind.Sequential)]
    private struct Ruleset
    {
        public ulong Files;
        public ulong Network;
        public ulong Scopes;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct PathBeneath
    {
        public ulong Allowed;
        public int Parent;
    }
}
