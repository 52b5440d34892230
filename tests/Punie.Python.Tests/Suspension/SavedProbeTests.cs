using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Suspension;

/// <summary>
/// Every probe that calls the host, saved and loaded at each of its calls, still prints what CPython prints.
/// </summary>
public sealed class SavedProbeTests
{
    private static readonly string Root = Programs.Folder("Probes");

    private static readonly HashSet<string> NotYet =
        [.. File.ReadAllLines(Path.Combine(Root, "not-yet.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    [Fact]
    public async Task A_probe_in_pieces_prints_what_CPython_prints()
    {
        var token = TestContext.Current.CancellationToken;
        var (probes, saves) = (0, 0);
        foreach (var file in Directory.GetFiles(Root, "*.py", SearchOption.AllDirectories))
        {
            var source = await File.ReadAllTextAsync(file, token);
            if (NotYet.Contains(Path.GetRelativePath(Root, file)[..^3].Replace('\\', '/'))
                || !HostFixture.Functions.Any(f => source.Contains(f.Name + "(", StringComparison.Ordinal))) continue;
            var broken = new Broken(HostFixture.Functions);
            var outcome = broken.Pieces(source);

            Assert.Equal($"{file}\n{await File.ReadAllTextAsync(Path.ChangeExtension(file, ".expected"), token)}",
                $"{file}\n{Programs.Show(outcome)}");
            Assert.Equal(outcome.Output, broken.Sent.ToString());
            if (broken.Saves > 0) probes++;
            saves += broken.Saves;
        }
        Assert.True(probes >= 15 && saves >= 50, $"{probes} probes, {saves} saves");
    }
}
