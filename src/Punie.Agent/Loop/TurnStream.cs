using System.Threading.Channels;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Loop;

/// <summary>The writing end of a turn's events; also turns what a program does into events.</summary>
/// <remarks>The channel is bounded: a slow reader slows the turn down instead of filling memory.</remarks>
internal sealed class TurnStream : ICodeObserver
{
    private readonly Channel<TurnEvent> _channel = Channel.CreateBounded<TurnEvent>(256);
    private readonly Lock _guard = new(); // protects _unsent: the program prints while awaited tools report
    private readonly ReadingProgress _reading = new();
    private string _unsent = "";

    public ChannelReader<TurnEvent> Reader => _channel.Reader;

    /// <summary>The edits that the turn's calls only showed.</summary>
    public EditOffers Offers { get; } = new();

    public async ValueTask SendAsync(TurnEvent happened, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync(happened, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The reader is done with one event.</summary>
    public void Seen() => _reading.Seen();

    /// <summary>Waits until the reader is done with every event so far: a question must not overtake them.</summary>
    public Task CaughtUpAsync(CancellationToken cancellationToken) => _reading.CaughtUpAsync(cancellationToken);

    /// <summary>Ends the stream; a defect is thrown at the reader.</summary>
    public void Complete(Exception? defect) => _channel.Writer.TryComplete(defect);

    /// <summary>Reads to the end without looking, so that the writer can finish.</summary>
    public async Task DrainAsync()
    {
        await foreach (var _ in _channel.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
        }
    }

    public ValueTask ToolStartedAsync(int id, string tool, string call, CancellationToken cancellationToken) =>
        SendAsync(new TurnEvent.ToolStarted(id, tool, call), cancellationToken);

    public ValueTask ToolFinishedAsync(ToolEnd end, CancellationToken cancellationToken) =>
        SendAsync(new TurnEvent.ToolFinished(end.Id, end.Tool, end.Duration, end.Success, end.Problem),
            cancellationToken);

    public ValueTask EditOfferedAsync(OfferedEdit edit, CancellationToken cancellationToken)
    {
        Offers.Add(edit);
        return SendAsync(new TurnEvent.EditOffered(edit), cancellationToken);
    }

    public async ValueTask PermissionAskedAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        Offers.Note(request);
        await SendAsync(new TurnEvent.PermissionAsked(request), cancellationToken).ConfigureAwait(false);
        await CaughtUpAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask PermissionDecidedAsync(
        string tool, PermissionDecision decision, CancellationToken cancellationToken) =>
            SendAsync(
                decision is PermissionDecision.Denied denied
                    ? new TurnEvent.PermissionDenied(tool, denied.Reason, denied.By)
                    : new TurnEvent.PermissionAllowed(tool, decision.By),
                cancellationToken);

    public ValueTask ProgramDecidedAsync(ProgramAnswer answer, Decider by, CancellationToken cancellationToken) =>
        SendAsync(new TurnEvent.ProgramDecided(answer, by), cancellationToken);

    // The wire's thread must not wait here either; what the full channel refuses is out of date soon.
    public void ToolProgressed(int id, string tool, string words)
    {
        lock (_guard)
        {
            if (_channel.Writer.TryWrite(new TurnEvent.ToolProgressed(id, tool, words))) _reading.Sent();
        }
    }

    // Whole lines go out as they come. The program's thread must not wait here: what the full channel refuses goes out
    // with the next event.
    public void Printed(string text)
    {
        lock (_guard)
        {
            _unsent += text;
            var lines = _unsent.LastIndexOf('\n') + 1;
            if (lines > 0 && _channel.Writer.TryWrite(new TurnEvent.ProgramOutput(_unsent[..lines])))
            {
                _unsent = _unsent[lines..];
                _reading.Sent();
            }
        }
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        string text;
        lock (_guard)
        {
            (text, _unsent) = (_unsent, "");
        }

        if (text.Length == 0) return;
        await WriteAsync(new TurnEvent.ProgramOutput(text), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask WriteAsync(TurnEvent happened, CancellationToken cancellationToken)
    {
        _reading.Sent();
        await _channel.Writer.WriteAsync(happened, cancellationToken).ConfigureAwait(false);
    }
}
