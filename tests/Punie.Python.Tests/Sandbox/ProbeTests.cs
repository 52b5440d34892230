using Punie.Python.Sandbox;

namespace Punie.Python.Tests.Sandbox;

/// <summary>
/// Programs with CPython's output beside them, compared to the byte. What does not pass yet is in Probes/not-yet.txt.
/// </summary>
public sealed class ProbeTests
{
    private static readonly string Root = Programs.Folder("Probes");

    private static readonly HashSet<string> NotYet =
        [.. File.ReadAllLines(Path.Combine(Root, "not-yet.txt")).Where(l => l.Length > 0 && l[0] != '#')];

    public static TheoryData<string> Probes() =>
        new(Directory.GetFiles(Root, "*.py", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f)[..^3].Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task A_program_prints_what_CPython_prints(string probe)
    {
        var token = TestContext.Current.CancellationToken;
        var source = await File.ReadAllTextAsync(Path.Combine(Root, probe + ".py"), token);
        var expected = await File.ReadAllTextAsync(Path.Combine(Root, probe + ".expected"), token);

        var outcome = await SandboxProgram.Compile(source, HostFixture.Functions, Programs.Generous)
            .RunAsync(new RunOptions(), token);
        var actual = Programs.Show(outcome);

        if (NotYet.Contains(probe))
            Assert.False(expected == actual, $"{probe} passes now: take it out of not-yet.txt.");
        else Assert.Equal(expected, actual);
    }

    [Fact]
    public void Every_program_on_the_list_exists() =>
        Assert.DoesNotContain(NotYet, p => !File.Exists(Path.Combine(Root, p + ".py")));
}
