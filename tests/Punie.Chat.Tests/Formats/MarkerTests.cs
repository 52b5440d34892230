using System.Runtime.CompilerServices;
using Punie.Chat.Formats;

namespace Punie.Chat.Tests.Formats;

public sealed class MarkerTests
{
    [Fact]
    public void Marker_text_is_written_under_Formats_only()
    {
        var sources = Directory.GetFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories);
        var offenders = sources
            .Where(path => !path.Replace('\\', '/').Contains("/Punie.Chat/Formats/", StringComparison.Ordinal))
            .Where(path =>
                RouterFormat.Markers.Any(m => File.ReadAllText(path).Contains(m.Content, StringComparison.Ordinal)));

        Assert.True(sources.Length > 10, $"Expected the sources under {SourceFolder()}.");
        Assert.Empty(offenders);
    }

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));
}
