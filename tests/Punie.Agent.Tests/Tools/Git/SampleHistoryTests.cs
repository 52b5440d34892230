using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools.Git;

public sealed class SampleHistoryTests(SampleShop shop)
{
    [Fact]
    public async Task The_sample_has_its_own_history()
    {
        var log = await shop.Bench.CallAsync<GitLogResult>(new GitLogTool());

        Assert.Equal(8, log.Commits.Count);
        Assert.Equal(
            ("Add the web layer: components, services, middleware, routes", "Shop Authors",
                "2026-03-23T09:50:00+00:00"),
            (log.Commits[0].Message, log.Commits[0].Author, log.Commits[0].Date));
    }

    [Fact]
    public async Task The_sample_has_one_change_of_each_kind()
    {
        var status = await shop.Bench.CallAsync<GitStatusResult>(new GitStatusTool());

        Assert.Equal(
            [
                new GitFileStatus("src/shop/catalog.py", "modified", Staged: false),
                new GitFileStatus("src/shop/pricing.py", "modified", Staged: true),
                new GitFileStatus("docs/returns.md", "untracked", Staged: false),
            ],
            status.Files);
    }
}
