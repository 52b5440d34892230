using Punie.Agent.CodeMode;
using Punie.Agent.Sessions;
using Punie.Agent.Workspace;
using Punie.Cli.Chat.Slash;
using Punie.Cli.Commands;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat;

/// <summary>Answers prompts until the person leaves: edited on a screen, or line by line from a pipe.</summary>
internal sealed class ChatCommand(ChatParts parts, Workbenches workbenches)
{
    private readonly ITerminal _terminal = parts.Terminal;
    private readonly SlashTable _commands = new();

    /// <summary>Runs the command.</summary>
    /// <returns>Ok with a person there, who saw what went wrong; from a pipe the code of the worst turn.</returns>
    public async Task<int> RunAsync(ChatOptions options, CancellationToken cancellationToken)
    {
        var bench = await workbenches.OpenAsync(options.Work, cancellationToken).ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        using var room = await ChatRoom.OpenAsync(parts, options, bench, cancellationToken).ConfigureAwait(false);
        // A person types for longer than a language server takes to start.
        if (_terminal.IsInteractive)
        {
            bench.Context.Navigator?.Warm();
            Welcome(room);
        }

        var worst = await AnswerAsync(room, Prompts(room), cancellationToken).ConfigureAwait(false);
        if (!_terminal.IsInteractive) return worst;
        if (room.Session.History.Turns.Count > 0)
            _terminal.Tell($"session {room.Session.Id} is kept; punie chat --resume {room.Session.Id} goes on");
        return ExitCode.Ok;
    }

    private IPrompts Prompts(ChatRoom room)
    {
        if (_terminal.Keyboard is not { } keyboard) return new LinePrompts(_terminal);
        parts.Cancel.SpareBetweenTurns();
        var history = new PromptHistoryFile(parts.Sessions.State, _terminal.Complain);
        return new KeyboardPrompts(_terminal, keyboard, history,
            new ChatCompleter(_commands, room.Bench.Context.Workspace));
    }

    private async Task<int> AnswerAsync(ChatRoom room, IPrompts prompts, CancellationToken cancellationToken)
    {
        var worst = ExitCode.Ok;
        while (await prompts.NextAsync(cancellationToken).ConfigureAwait(false) is { } text)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            using var turn = parts.Cancel.BeginTurn(cancellationToken);
            var (code, leaves) = await GuardedAsync(room, text.Trim(), turn.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            worst = Math.Max(worst, code);
            if (leaves) break;
        }

        return worst;
    }

    // Whatever goes wrong in one prompt is one line, and the chat goes on.
    private async Task<(int Code, bool Leaves)> GuardedAsync(ChatRoom room, string text,
        CancellationToken cancellationToken)
    {
        try
        {
            if (_commands.Parse(text) is not { } line)
                return (await room.AskAsync(text, cancellationToken).ConfigureAwait(false), false);
            var next = await line.Command.RunAsync(room, line.Argument, cancellationToken).ConfigureAwait(false);
            return (ExitCode.Ok, next == SlashNext.Leave);
        }
        catch (Exception wrong) when (wrong is UsageException or SessionException or WorkspaceException)
        {
            _terminal.Complain(Cells.Harmless(wrong.Message));
            return (ExitCode.Usage, false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _terminal.Complain("cancelled");
            return (ExitCode.Cancelled, false);
        }
    }

    private void Welcome(ChatRoom room)
    {
        var line = $"punie · {room.ModelName} · {room.Bench.Root} · /help";
        _terminal.Tell(Page.Clip(Cells.Harmless(line), _terminal.Width));
        var turns = room.Session.History.Turns;
        if (turns.Count == 0) return;
        var last = Cells.Harmless(BoundedText.OneLine(turns[^1].Prompt, 60));
        _terminal.Tell(
            $"session {room.Session.Id} goes on after {SessionTable.Count(turns.Count, "turn")}; the last was: {last}");
    }
}
