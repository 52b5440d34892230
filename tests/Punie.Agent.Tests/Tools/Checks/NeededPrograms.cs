using Punie.Agent.LanguageServer;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools.Checks;

/// <summary>Skips a test, saying why, on a machine that lacks the program it is about.</summary>
internal static class NeededPrograms
{
    private static readonly Lazy<Task<IReadOnlyList<ProgramFinding>>> Findings = new(async () =>
    {
        using var bench = new ToolBench();
        return await Diagnosis.RunAsync(bench.Context, new LanguageServerSettings(), CancellationToken.None);
    });

    public static async Task RequireAsync(string name)
    {
        // Another type checker that is installed here comes before the pinned pyright.
        var finding = (await Findings.Value).FirstOrDefault(finding => finding.Name == name);
        Assert.SkipUnless(finding is { Works: true }, $"{name} does not work here. {finding?.Advice}");
    }
}
