using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.Workspace;
using Punie.Cli.Chat.Editing;

namespace Punie.Cli.Chat;

/// <summary>
/// The person's prompts, kept over chats and workspaces: one JSON string a line, for prompts have lines themselves.
/// </summary>
/// <param name="state">Where Punie's own files are.</param>
/// <param name="told">Hears, once, that the history cannot be kept.</param>
internal sealed class PromptHistoryFile(StateFolder state, Action<string> told)
{
    private const string Name = "history.jsonl";

    private bool _isBroken;

    /// <summary>What was typed before, in this chat and in others.</summary>
    public PromptHistory Prompts { get; } = new(Read(state));

    /// <summary>Adds a prompt, here and in the file.</summary>
    public void Add(string prompt)
    {
        if (string.IsNullOrWhiteSpace(prompt) || !Prompts.Add(prompt) || _isBroken) return;
        try
        {
            // Another chat may have added in between.
            var all = Read(state).Append(prompt).TakeLast(PromptHistory.Most);
            state.Write(Name, string.Concat(all.Select(one => JsonValue.Create(one).ToJsonString() + "\n")));
        }
        catch (IOException failure)
        {
            _isBroken = true;
            told($"the prompts cannot be remembered: {failure.Message}");
        }
    }

    private static List<string> Read(StateFolder state)
    {
        try
        {
            var lines = (state.Read(Name) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return [.. lines.Select(Text).OfType<string>()];
        }
        catch (IOException)
        {
            return []; // said when the first prompt is added
        }
    }

    private static string? Text(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
