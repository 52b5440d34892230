using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Punie.Agent.Processes.Confining;

/// <summary>
/// Keeps a thread and everything that it becomes or starts from making sockets other than local ones.
/// </summary>
/// <remarks>
/// A filter of system calls: Landlock knows TCP only, and this keeps UDP away too. Source:
/// <see href="https://docs.kernel.org/userspace-api/seccomp_filter.html"/>.
/// </remarks>
internal static class NetworkFilter
{
    private const int SetNoNewPrivileges = 38;
    private const int SetFilter = 22;
    private const nint FilterMode = 2;

    private const ushort Load = 0x20;
    private const ushort IfEqual = 0x15;
    private const ushort IfAtLeast = 0x35;
    private const ushort Return = 0x06;

    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;
    private const uint X32Calls = 0x4000_0000;
    private const uint SetUpRing = 425; // io_uring makes sockets without asking this filter
    private const uint LocalSocket = 1;
    private const uint KernelSocket = 16;

    private const uint Kill = 0x8000_0000;
    private const uint Allow = 0x7FFF_0000;
    private const uint Refuse = 0x0005_0000 | 13;   // EACCES
    private const uint Unknown = 0x0005_0000 | 38;  // ENOSYS

    /// <summary>
    /// Gives up, for good, whatever a set-user-id program could win; every other restriction needs this.
    /// </summary>
    /// <exception cref="NotSupportedException">The kernel refused.</exception>
    [SupportedOSPlatform("linux")]
    public static void GiveUpPrivileges()
    {
        if (Control(SetNoNewPrivileges, 1, 0, 0, 0) != 0) throw Failed("no_new_privs");
    }

    /// <summary>Closes the network.</summary>
    /// <exception cref="NotSupportedException">The kernel refused.</exception>
    [SupportedOSPlatform("linux")]
    public static void Close()
    {
        var (machine, socket) = RuntimeInformation.ProcessArchitecture is Architecture.Arm64
            ? (0xC000_00B7u, 198u)
            : (0xC000_003Eu, 41u);
        var steps = new Step[]
        {
            new(Load, 0, 0, ArchitectureOffset),
            new(IfEqual, 1, 0, machine),
            new(Return, 0, 0, Kill),
            new(Load, 0, 0, NumberOffset),
            new(IfAtLeast, 6, 0, X32Calls),
            new(IfEqual, 5, 0, SetUpRing),
            new(IfEqual, 0, 5, socket),
            new(Load, 0, 0, FirstArgumentOffset),
            new(IfEqual, 3, 0, LocalSocket),
            new(IfEqual, 2, 0, KernelSocket),
            new(Return, 0, 0, Refuse),
            new(Return, 0, 0, Unknown),
            new(Return, 0, 0, Allow),
        };
        var pinned = GCHandle.Alloc(steps, GCHandleType.Pinned);
        try
        {
            var filter = new Filter { Length = (ushort)steps.Length, Steps = pinned.AddrOfPinnedObject() };
            if (Control(SetFilter, FilterMode, ref filter, 0, 0) != 0) throw Failed("the filter of system calls");
        }
        finally
        {
            pinned.Free();
        }
    }

    private static NotSupportedException Failed(string what) =>
        new($"{what} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nint second, nint third, nint fourth, nint fifth);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nint second, ref Filter filter, nint fourth, nint fifth);

    /// <summary>
    /// One instruction: what to do, how many steps to skip when it holds and when not, with which value.
    /// </summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Step(ushort Code, byte SkipIfTrue, byte SkipIfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ushort Length;
        public nint Steps;
    }
}
