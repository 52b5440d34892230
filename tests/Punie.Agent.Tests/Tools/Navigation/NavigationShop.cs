using Punie.Agent.Tests.Tools.Checks;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Tools.Navigation;

/// <summary>One language server on a copy of the sample project, for tests that only look.</summary>
public sealed class NavigationShop(SampleShop shop) : IAsyncLifetime
{
    private NavigationBench? _bench;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_bench is not null) await _bench.DisposeAsync();
    }

    internal async Task<T> CallAsync<T>(Tool tool, params object?[] arguments)
    {
        await NeededPrograms.RequireAsync("pyright");
        return await Bench().CallAsync<T>(tool, arguments);
    }

    internal async Task<T> CallByNameAsync<T>(Tool tool, string symbol)
    {
        await NeededPrograms.RequireAsync("pyright");
        return await Bench().CallByNameAsync<T>(tool, symbol);
    }

    private NavigationBench Bench()
    {
        lock (shop)
        {
            if (_bench is not null) return _bench;

            var bench = new ToolBench();
            bench.Context = bench.Context with { Workspace = new DiskWorkspace(shop.Bench.Context.Workspace.Root) };
            return _bench = new NavigationBench(bench: bench);
        }
    }
}
