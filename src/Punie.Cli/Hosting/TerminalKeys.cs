using System.Runtime.InteropServices;

namespace Punie.Cli.Hosting;

/// <summary>Switches the terminal of standard input between lines, as the system edits them, and single keys.</summary>
internal static class TerminalKeys
{
    private const int StandardInput = 0;
    private const int AfterOutput = 1; // TCSADRAIN: what was typed already is kept
    private const int Room = 256;      // more than any system's struct termios

    /// <summary>True where the system's interface is known.</summary>
    public static bool IsSupported =>
        OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD();

    /// <summary>
    /// Takes keys from now on; dispose to go back. Does nothing when standard input is not a terminal.
    /// </summary>
    public static IDisposable Take()
    {
        var lines = new byte[Room];
        if (GetAttributes(StandardInput, lines) != 0) return new Restore(null);
        var keys = (byte[])lines.Clone();
        MakeRaw(keys);
        // Output stays as it was, so that a line break still returns to the first column: the second field of the
        // struct.
        var field = OperatingSystem.IsMacOS() ? 8 : 4;
        Array.Copy(lines, field, keys, field, field);
        _ = SetAttributes(StandardInput, AfterOutput, keys);
        return new Restore(lines);
    }

    [DllImport("libc", EntryPoint = "tcgetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAttributes(int descriptor, byte[] termios);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAttributes(int descriptor, int when, byte[] termios);

    [DllImport("libc", EntryPoint = "cfmakeraw")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void MakeRaw(byte[] termios);

    private sealed class Restore : IDisposable
    {
        private byte[]? _lines;

        public Restore(byte[]? lines)
        {
            _lines = lines;
            // A process that is told to end must not leave the person's shell without an echo.
            AppDomain.CurrentDomain.ProcessExit += OnExit;
        }

        public void Dispose()
        {
            AppDomain.CurrentDomain.ProcessExit -= OnExit;
            if (_lines != null) _ = SetAttributes(StandardInput, AfterOutput, _lines);
            _lines = null;
        }

        private void OnExit(object? sender, EventArgs e) => Dispose();
    }
}
