using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Servers;

/// <summary>Puts tool calls together that a stream sends in pieces.</summary>
internal sealed class ToolCallPieces
{
    private readonly List<Piece> _calls = [];

    /// <summary>Takes the <c>tool_calls</c> of one delta or message.</summary>
    public void Add(IEnumerable<JsonElement> deltas)
    {
        foreach (var delta in deltas)
        {
            var call = CallFor(ServerJson.Number(delta, "index"), ServerJson.Text(delta, "id"));
            if (ServerJson.Member(delta, "function") is not { } function) continue;
            if (ServerJson.Text(function, "name") is { Length: > 0 } name) call.Name = name;
            // Ollama's own API and a few servers send an object where the protocol has its text.
            var arguments = ServerJson.Member(function, "arguments");
            var isText = arguments is { ValueKind: JsonValueKind.String };
            call.Arguments.Append(isText ? arguments?.GetString() : arguments?.GetRawText());
        }
    }

    /// <summary>The finished calls in order.</summary>
    public IEnumerable<FunctionCallContent> ToCalls() => _calls.Select((call, index) => CallArguments.Read(
        call.Id ?? string.Create(CultureInfo.InvariantCulture, $"call_{index + 1}"), call.Name,
        call.Arguments.ToString()));

    // A new id is a new call even under an index that was used: vLLM and Ollama have sent 0 for all.
    private Piece CallFor(int? index, string? id)
    {
        if (string.IsNullOrEmpty(id)) id = null;
        var open = _calls.FindLast(c => index is null || c.Index is null || c.Index == index);
        if (open is not null && (id is null || open.Id is null || open.Id == id))
        {
            open.Id ??= id;
            return open;
        }

        _calls.Add(new Piece { Index = index, Id = id });
        return _calls[^1];
    }

    private sealed class Piece
    {
        public required int? Index { get; init; }

        public required string? Id { get; set; }

        public string Name { get; set; } = "";

        public StringBuilder Arguments { get; } = new();
    }
}
