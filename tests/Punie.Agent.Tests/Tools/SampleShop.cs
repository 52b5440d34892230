using Punie.Agent.Tests.Tools;

[assembly: AssemblyFixture(typeof(SampleShop))]

namespace Punie.Agent.Tests.Tools;

/// <summary>One copy of the sample project, with its git history, for tests that only look.</summary>
public sealed class SampleShop : IAsyncLifetime
{
    private readonly ToolBench _outer = new();

    internal ToolBench Bench { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var shop = _outer.Folder["shop"];
        await _outer.RunAsync(Path.Combine(ToolBench.RepositoryRoot, "eng", "make-sample-repository"), shop);
        Bench = new ToolBench();
        Bench.Context = Bench.Context with { Workspace = new Punie.Agent.Workspace.DiskWorkspace(shop) };
    }

    public ValueTask DisposeAsync()
    {
        Bench?.Dispose();
        _outer.Dispose();
        return ValueTask.CompletedTask;
    }
}
