using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.LanguageServer;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Rpc;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>What a server may ask and tell.</summary>
public sealed class ServerPeerTests
{
    private readonly ServerPeer _peer = new("/project one", JsonNode.Parse("""{"a":{"b":{"c":1}}}""")!.AsObject());

    [Fact]
    public void Settings_are_found_by_their_dotted_names()
    {
        Assert.Equal("""[{"b":{"c":1}},{"c":1},1,null]""", Ask(
            "workspace/configuration",
            """{"items":[{"section":"a"},{"section":"a.b"},{"section":"a.b.c"},{"section":"x.y"}]}"""));
    }

    [Fact]
    public void The_workspace_is_its_only_folder() =>
        Assert.Equal("""[{"uri":"file:///project%20one","name":"project one"}]""",
            Ask("workspace/workspaceFolders", "null"));

    [Fact]
    public void Edits_of_a_server_are_not_applied() =>
        Assert.Contains("\"applied\":false", Ask("workspace/applyEdit", """{"edit":{}}"""), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_question_is_refused() =>
        Assert.Equal(-32601, Assert.Throws<RpcErrorException>(() => Ask("workspace/unheardOf", "{}")).Code);

    [Fact]
    public void Watched_files_are_those_that_were_registered_last()
    {
        Assert.False(_peer.Registrations.Watches("/project one/a.py", FileChangeKind.Changed));

        Ask("client/registerCapability", """
            {"registrations":[{"id":"1","method":"workspace/didChangeWatchedFiles","registerOptions":{"watchers":[
              {"globPattern":"**/*.{py,pyi}","kind":3},
              {"globPattern":{"baseUri":"file:///lib","pattern":"**"}}]}},
              {"id":"2","method":"textDocument/hover"}]}
            """);
        Assert.True(_peer.Registrations.Watches("/project one/x/a.py", FileChangeKind.Created));
        Assert.False(_peer.Registrations.Watches("/project one/x/a.py", FileChangeKind.Deleted));
        Assert.False(_peer.Registrations.Watches("/project one/a.txt", FileChangeKind.Changed));
        Assert.True(_peer.Registrations.Watches("/lib/any/thing", FileChangeKind.Deleted));
        Assert.True(_peer.Registrations.Has("textDocument/hover"));

        Ask("client/unregisterCapability",
            """{"unregisterations":[{"id":"1","method":"workspace/didChangeWatchedFiles"}]}""");
        Assert.False(_peer.Registrations.Watches("/project one/x/a.py", FileChangeKind.Created));
    }

    [Fact]
    public async Task Work_is_over_when_every_part_has_ended()
    {
        Tell("""{"token":"t","value":{"kind":"begin","title":"Indexing"}}""");
        Tell("""{"token":5,"value":{"kind":"begin","title":"Loading"}}""");
        var idle = _peer.Work.IdleAsync(TestContext.Current.CancellationToken);
        Tell("""{"token":5,"value":{"kind":"end"}}""");
        Assert.Equal(("Indexing", false), (_peer.Work.Title, idle.IsCompleted));

        Tell("""{"token":"t","value":{"kind":"report","message":"half"}}""");
        Tell("""{"token":"t","value":{"kind":"end"}}""");
        await idle;
        Assert.Null(_peer.Work.Title);
    }

    [Theory]
    [InlineData("**", "a/b.py", true)]
    [InlineData("**/*.py", "b.py", true)]
    [InlineData("*.py", "a/b.py", false)]
    [InlineData("src/?.py", "src/b.py", true)]
    [InlineData("**/pyrightconfig.json", "a/pyrightconfig.json", true)]
    [InlineData("**/pyrightconfig.json", "a/xpyrightconfig.json", false)]
    [InlineData("[a-c].py", "b.py", true)]
    [InlineData("[!a-c].py", "b.py", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("/root/*.py", "b.py", true)]
    public void Patterns_of_files_mean_what_the_protocol_says(string pattern, string path, bool covers) =>
        Assert.Equal(covers, new WatchPattern(pattern, "/root").Covers($"/root/{path}"));

    [Theory]
    [InlineData("/a b/ü#%20.py", "file:///a%20b/%C3%BC%23%2520.py")]
    public void Addresses_escape_what_paths_may_hold(string path, string uri)
    {
        Assert.Equal(uri, DocumentUri.From(path));
        Assert.Equal(path, DocumentUri.ToPath(uri));
    }

    [Fact]
    public void An_address_that_is_no_file_has_no_path()
    {
        Assert.Null(DocumentUri.ToPath("vendored:stdlib/typing.pyi"));
        Assert.Equal("typing file.pyi", DocumentUri.LastPart("vendored:stdlib/typing%20file.pyi"));
    }

    private string Ask(string method, string json)
    {
        using var document = JsonDocument.Parse(json);
        return _peer.Asked(method, document.RootElement);
    }

    private void Tell(string json)
    {
        using var document = JsonDocument.Parse(json);
        _peer.Told("$/progress", document.RootElement);
    }
}
