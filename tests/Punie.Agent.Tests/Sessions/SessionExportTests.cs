using System.Text.Json;
using Punie.Agent.Sessions;

namespace Punie.Agent.Tests.Sessions;

public sealed class SessionExportTests
{
    private const string File = """
        {"type":"opened","at":"2026-03-01T10:00:00.000Z","version":1,"id":"0a1b2c3d","workspace":"/w/shop","model":"router","forkedFrom":"ffffffff"}
        {"type":"prompt","at":"2026-03-01T10:00:01.000Z","text":"Is it clean?\nReally?"}
        {"type":"program","at":"2026-03-01T10:00:02.000Z","source":"print(git_status().clean)"}
        {"type":"called","at":"2026-03-01T10:00:03.000Z","tool":"git_status","call":"git_status()","milliseconds":12.4}
        {"type":"called","at":"2026-03-01T10:00:03.000Z","tool":"ruff_check","call":"ruff_check(\"src\")","milliseconds":1,"problem":"ruff is not installed"}
        {"type":"decided","at":"2026-03-01T10:00:03.000Z","decision":"each","by":"the person"}
        {"type":"effect","at":"2026-03-01T10:00:03.000Z","tool":"write_file","summary":"Create a.txt (+1 -0)"}
        {"type":"allowed","at":"2026-03-01T10:00:03.000Z","tool":"write_file","by":"mode auto-edit"}
        {"type":"effect","at":"2026-03-01T10:00:03.000Z","tool":"run_command","summary":"Run rm"}
        {"type":"denied","at":"2026-03-01T10:00:03.000Z","tool":"run_command","reason":"the person said no"}
        {"type":"answer","at":"2026-03-01T10:00:04.000Z","text":"```\nTrue\n","output":true}
        {"type":"ended","at":"2026-03-01T10:00:05.000Z","end":"Answered"}
        {"type":"note","at":"2026-03-01T10:00:05.000Z","text":"The person undid a.txt."}
        {"type":"prompt","at":"2026-03-01T11:30:00.000Z","text":"And now?"}
        {"type":"failed","at":"2026-03-01T11:30:01.000Z","text":"KeyError: 'x'"}
        """;

    private static readonly SessionHistory History = ReadSession.From(File, "a.jsonl").History;

    [Fact]
    public void A_page_tells_each_turn() => Assert.Equal(
        """
        # Is it clean? Really?

        Session `0a1b2c3d` · /w/shop · model router · 2026-03-01 10:00 to 2026-03-01 11:30 UTC

        Forked from session `ffffffff`.

        ## 1 · 2026-03-01 10:00

        > Is it clean?
        > Really?

        ```python
        print(git_status().clean)
        ```

        - `git_status()` 12 ms
        - `ruff_check("src")` failed: ruff is not installed
        - the person decides about each effect
        - Create a.txt (+1 -0)
          - allowed by mode auto-edit
        - Run rm
        - not done: run_command: the person said no

        ````text
        ```
        True
        ````

        *The person undid a.txt.*

        ## 2 · 2026-03-01 11:30

        > And now?

        ```text
        KeyError: 'x'
        ```

        *This turn was cut off.*

        """.ReplaceLineEndings("\n"),
        SessionMarkdown.Write(History));

    [Fact]
    public void Json_has_the_same_turns_for_programs()
    {
        using var json = JsonDocument.Parse(SessionJson.Write(History));

        var turn = json.RootElement.GetProperty("turns")[0];
        Assert.Equal("print(git_status().clean)", turn.GetProperty("programs")[0].GetString());
        Assert.Equal("ruff is not installed", turn.GetProperty("tools")[1].GetProperty("problem").GetString());
        Assert.Equal("Create a.txt (+1 -0)", Assert.Single(turn.GetProperty("effects").EnumerateArray()).GetString());
        Assert.Equal("Answered", turn.GetProperty("end").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("turns")[1].GetProperty("end").ValueKind);
    }
}
