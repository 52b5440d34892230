using System.Runtime.CompilerServices;

namespace Punie.Testing;

/// <summary>
/// Compares text with the approved file beside the test. ACCEPT=1 rewrites it; review the diff like code.
/// </summary>
internal static class Snapshot
{
    public static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = $"{Path.ChangeExtension(file, null)}.{test}.approved.txt";
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(path, actual);
        Assert.True(File.Exists(path), $"No snapshot. Run with ACCEPT=1, then review {path}.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
