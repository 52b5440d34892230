using System.Runtime.InteropServices;

namespace Punie.Agent.Processes.Confining;

/// <summary>
/// Confines this process and then becomes the program that is to run confined, with the same process id.
/// </summary>
/// <remarks>
/// The kernel restricts a thread and what comes from it, never another process, and .NET cannot run code between
/// starting a child and its program. So Punie starts itself with <see cref="Command"/>, and that copy is replaced by
/// the program.
/// </remarks>
public static class ConfinedLauncher
{
    /// <summary>The hidden command that comes here.</summary>
    public const string Command = "__confine";

    internal const string Write = "--write";
    internal const string NoNetwork = "--no-network";
    internal const string Failure = "punie: the command was not started: ";

    private const int NotStarted = 126;
    private const int BrokenPipe = 13;

    /// <summary>Does not return when all goes well.</summary>
    /// <param name="words"><c>--write PATH</c> any number of times, <c>--no-network</c>, <c>--</c>, a program's full
    /// path and its arguments.</param>
    /// <returns>126, with one line on the standard error.</returns>
    public static int Run(string[] words)
    {
        var writable = new List<string>();
        var hasNetwork = true;
        var next = 0;
        for (; next < words.Length && words[next] != "--"; next++)
        {
            if (words[next] == NoNetwork) hasNetwork = false;
            else if (words[next] == Write && next + 1 < words.Length) writable.Add(words[++next]);
            else return Fail($"'{words[next]}' is not understood");
        }

        if (next + 1 >= words.Length) return Fail("no program is named");
        if (!OperatingSystem.IsLinux()) return Fail("only Linux can confine it");
        try
        {
            NetworkFilter.GiveUpPrivileges();
            Landlock.AllowWritesOnlyBelow(writable);
            if (!hasNetwork) NetworkFilter.Close();
        }
        catch (NotSupportedException refusal)
        {
            return Fail(refusal.Message);
        }

        return Become(words[(next + 1)..]);
    }

    private static int Become(string[] program)
    {
        // .NET ignores this signal, and what is ignored stays so in the program: "yes | head" would not end.
        _ = Signal(BrokenPipe, 0);
        nint[] words = [.. program.Select(Marshal.StringToCoTaskMemUTF8), 0];
        _ = Execute(words[0], words);
        return Fail(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
    }

    private static int Fail(string reason)
    {
        using var error = Console.OpenStandardError();
        error.Write(System.Text.Encoding.UTF8.GetBytes($"{Failure}{reason}\n"));
        return NotStarted;
    }

    [DllImport("libc", EntryPoint = "execv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execute(nint path, nint[] words);

    [DllImport("libc", EntryPoint = "signal", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int signal, nint handler);
}
