using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools.Checks;

/// <summary>Skips a test, saying why, on a machine that lacks the program it is about.</summary>
internal static class NeededPrograms
{
    private static readonly Lazy<Task<IReadOnlyList<ProgramFinding>>> Findings = new(async () =>
    {
        using var bench = new ToolBench();
        return await Diagnosis.RunAsync(bench.Context, CancellationToken.None);
    });

    public static async Task RequireAsync(string name)
    {
        var finding = (await Findings.Value).Single(finding => finding.Name == name);
        Assert.SkipUnless(finding.Works, $"{name} does not work here. {finding.Advice}");
    }
}
