using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Servers;

/// <summary>Turns the events (or the one object) of a chat completion into updates.</summary>
internal sealed class ChatReplyReader(ModelServer server, string model)
{
    private readonly ToolCallPieces _calls = new();
    private string? _id;
    private string? _model;
    private ChatFinishReason? _finish;
    private UsageDetails? _usage;
    private bool _isDone;

    /// <summary>Reads one event.</summary>
    /// <exception cref="ModelServerException">It is an error, is not JSON, or another model answers.</exception>
    public IEnumerable<ChatResponseUpdate> Read(string data)
    {
        if (data.Trim() == "[DONE]")
        {
            _isDone = true;
            return [];
        }

        using var document = Parse(data);
        var root = document.RootElement;
        if (ServerJson.ErrorIn(root) is { } error)
        {
            throw new ModelServerException(ModelServerFailure.Refused,
                $"The model server at {server.Address} stopped with an error: {error}")
            {
                ServerMessage = error,
            };
        }

        CheckModel(root);
        _id ??= ServerJson.Text(root, "id");
        ReadUsage(root);
        // Materialized here, because the document is gone when the caller looks.
        return [.. ServerJson.Items(root, "choices").Take(1).SelectMany(ReadChoice)];
    }

    /// <summary>Reads a reply that is one object because the server does not stream.</summary>
    public IEnumerable<ChatResponseUpdate> ReadWhole(string json)
    {
        var updates = Read(json);
        _isDone = true;
        return updates;
    }

    /// <summary>The calls, the reason for the end and the usage.</summary>
    /// <exception cref="ModelServerException">The reply broke off before its end.</exception>
    public ChatResponseUpdate Finish()
    {
        if (!_isDone && _finish is null) throw ServerReply.CutOff(server, null);
        List<AIContent> contents = [.. _calls.ToCalls()];
        if (_usage is not null) contents.Add(new UsageContent(_usage));
        var update = Update([.. contents]);
        // Some servers say "stop" after a call.
        update.FinishReason = contents.Exists(c => c is FunctionCallContent) && _finish == ChatFinishReason.Stop
            ? ChatFinishReason.ToolCalls
            : _finish;
        return update;
    }

    private JsonDocument Parse(string data)
    {
        try
        {
            return JsonDocument.Parse(data);
        }
        catch (JsonException e)
        {
            throw ServerJson.NotJson(server, data, e);
        }
    }

    private IEnumerable<ChatResponseUpdate> ReadChoice(JsonElement choice)
    {
        var delta = ServerJson.Member(choice, "delta") ?? ServerJson.Member(choice, "message") ?? default;
        var thought = ServerJson.Text(delta, "reasoning_content") ?? ServerJson.Text(delta, "reasoning");
        if (!string.IsNullOrEmpty(thought)) yield return Update(new TextReasoningContent(thought));
        var text = ServerJson.Text(delta, "content")
            ?? string.Concat(ServerJson.Items(delta, "content").Select(part => ServerJson.Text(part, "text")));
        if (text.Length > 0) yield return Update(new TextContent(text));
        _calls.Add(ServerJson.Items(delta, "tool_calls"));
        if (ServerJson.Text(choice, "finish_reason") is { Length: > 0 } reason) _finish = new ChatFinishReason(reason);
    }

    private ChatResponseUpdate Update(params IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = _id,
        MessageId = _id,
        ModelId = _model ?? model,
    };

    private void ReadUsage(JsonElement root)
    {
        if (ServerJson.Member(root, "usage") is not { } usage) return;
        _usage = new UsageDetails
        {
            InputTokenCount = ServerJson.Number(usage, "prompt_tokens"),
            OutputTokenCount = ServerJson.Number(usage, "completion_tokens"),
            TotalTokenCount = ServerJson.Number(usage, "total_tokens"),
        };
    }

    private void CheckModel(JsonElement root)
    {
        if (_model is not null || ServerJson.Text(root, "model") is not { Length: > 0 } answered) return;
        _model = answered;
        if (ModelIds.IsSame(model, answered)) return;
        throw new ModelServerException(ModelServerFailure.WrongModel,
            $"The model server at {server.Address} was asked for '{model}', but '{answered}' answered. " +
            $"Load '{model}' there, or ask for '{answered}'.");
    }
}
