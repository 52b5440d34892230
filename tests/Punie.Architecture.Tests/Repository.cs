using System.Runtime.CompilerServices;

namespace Punie.Architecture.Tests;

/// <summary>Finds the sources from where this file was compiled.</summary>
internal static class Repository
{
    private static readonly string[] NotSources = ["bin", "obj", "artifacts", "node_modules", ".build", "Generated"];

    public static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    public static string Folder(string name) => Path.Combine(Root(), name);

    /// <summary>Tracked-looking files of a folder, without build output.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Folder(folder))
            ? Directory.EnumerateFiles(Folder(folder), pattern, SearchOption.AllDirectories)
                .Where(f =>
                    !Path.GetRelativePath(Root(), f).Split(Path.DirectorySeparatorChar).Any(NotSources.Contains))
            : [];

    public static string Relative(string file) => Path.GetRelativePath(Root(), file).Replace('\\', '/');
}
