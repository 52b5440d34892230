namespace Punie.Agent.Processes;

/// <summary>Finds programs on a search path as the system would.</summary>
internal static class ProgramSearch
{
    private static readonly string[] WindowsEndings = ["", ".exe", ".cmd", ".bat"];

    /// <summary>Full path of the program, or null.</summary>
    /// <param name="program">A name, or a path relative to <paramref name="workingDirectory"/>.</param>
    /// <param name="workingDirectory">Full path.</param>
    /// <param name="searchPath">Folders, separated as in PATH.</param>
    public static string? Find(string program, string workingDirectory, string searchPath)
    {
        if (program.Length == 0 || program.Contains('\0', StringComparison.Ordinal)) return null;
        if (program.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(program))
        {
            return Runnable(Path.GetFullPath(Path.Combine(workingDirectory, program)));
        }

        return searchPath
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Runnable(Path.Combine(folder, program)))
            .FirstOrDefault(found => found is not null);
    }

    private static string? Runnable(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return WindowsEndings.Select(ending => path + ending).FirstOrDefault(File.Exists);
        }

        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (File.GetUnixFileMode(path) & Execute) != 0 ? path : null;
    }
}
