using System.Diagnostics;
using System.Globalization;
using Punie.Agent.LanguageServer;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Navigation;
using Punie.Agent.Workspace;

namespace Punie.Benchmarks;

/// <summary>
/// Times navigation calls by name alone: the first, and warm ones with and without the server's own time.
/// </summary>
internal static class NavigationSpeed
{
    internal static async Task RunAsync(string folder, string nodeFolder, string symbol, int calls)
    {
        var processes = new ProcessRunner(Environment.GetEnvironmentVariable("PATH") ?? "", TimeProvider.System);
        var context = new ToolContext(new DiskWorkspace(folder), processes,
            new PermissionPolicy(PermissionMode.Plan, [], approver: null))
        {
            Programs = new ToolPrograms(nodeFolder),
        };
        var session = new LanguageServerSession(context, processes, new LanguageServerSettings(), TimeProvider.System);
        var navigator = new Navigator(context.Workspace, session);
        await using var closing = navigator.ConfigureAwait(false);
        context = context with { Navigator = navigator };

        var first = await TimeAsync(new GotoDefinitionTool(), symbol, context, session).ConfigureAwait(false);
        Report("goto_definition", "first", [first], TimeSpan.Zero);
        foreach (SymbolTool tool in (SymbolTool[])[new GotoDefinitionTool(), new HoverTool(), new FindReferencesTool()])
        {
            var times = new List<(double Total, double Own)>();
            await TimeAsync(tool, symbol, context, session).ConfigureAwait(false);
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < calls; i++)
                times.Add(await TimeAsync(tool, symbol, context, session).ConfigureAwait(false));
            Report(tool.Name, "warm", times, Environment.CpuUsage.TotalTime - before);
        }
    }

    private static async Task<(double Total, double Own)> TimeAsync(
        Tool tool, string symbol, ToolContext context, LanguageServerSession session)
    {
        var waited = session.Waited;
        var start = Stopwatch.GetTimestamp();
        var result =
            await tool.InvokeAsync(new ToolArguments(tool, ["", 0, 0, symbol]), context, CancellationToken.None)
            .ConfigureAwait(false);
        var total = Stopwatch.GetElapsedTime(start);
        var json = ToolJson.Result(tool, result);
        if (!json.GetProperty("success").GetBoolean())
            throw new InvalidOperationException(json.GetProperty("parse_error").GetString());
        return (total.TotalMilliseconds, (total - (session.Waited - waited)).TotalMilliseconds);
    }

    // The processor time is the client's alone, whatever else the machine does meanwhile.
    private static void Report(string tool, string kind, List<(double Total, double Own)> times, TimeSpan processor)
    {
        var (total, own) =
            (times.Select(time => time.Total).Order().ToList(), times.Select(time => time.Own).Order().ToList());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"tool": "{{tool}}", "kind": "{{kind}}", "calls": {{times.Count}}, "p50_ms": {{At(total, 50):0.0}}, "p95_ms": {{At(total, 95):0.0}}, "own_p50_ms": {{At(own, 50):0.0}}, "own_p95_ms": {{At(own, 95):0.0}}, "own_cpu_mean_ms": {{processor.TotalMilliseconds / times.Count:0.0}} }"""));
    }

    private static double At(List<double> sorted, int percent) =>
        sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
}
