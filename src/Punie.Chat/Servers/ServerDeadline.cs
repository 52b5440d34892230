using System.Globalization;

namespace Punie.Chat.Servers;

/// <summary>The time limits of one request, told apart from the caller's cancel.</summary>
internal sealed class ServerDeadline : IDisposable
{
    private readonly ModelServer _server;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _firstByte;
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _linked;

    public ServerDeadline(ModelServer server, TimeProvider clock, CancellationToken caller)
    {
        (_server, _caller) = (server, caller);
        _firstByte = new CancellationTokenSource(server.Timeouts.FirstByte, clock);
        _total = new CancellationTokenSource(server.Timeouts.Total, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(caller, _firstByte.Token, _total.Token);
    }

    /// <summary>Cancelled by the caller or by the first limit that is reached.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Ends the wait for the first byte.</summary>
    public void FirstByteArrived() => _firstByte.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>The error for a cancelled wait; the caller's own cancel is thrown on as it is.</summary>
    public ModelServerException Explain(OperationCanceledException cancelled)
    {
        _caller.ThrowIfCancellationRequested();
        var (limit, text) = (_total.IsCancellationRequested, _firstByte.IsCancellationRequested) switch
        {
            (true, _) => (_server.Timeouts.Total, "did not finish its reply"),
            (_, true) => (_server.Timeouts.FirstByte, "sent nothing"),
            _ => (_server.Timeouts.Connect, "did not accept a connection"),
        };
        var seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new ModelServerException(ModelServerFailure.TimedOut,
            $"The model server at {_server.Address} {text} within {seconds} s. Check that it is running and not busy.",
            cancelled);
    }

    public void Dispose()
    {
        _linked.Dispose();
        _firstByte.Dispose();
        _total.Dispose();
    }
}
