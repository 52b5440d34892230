using System.Runtime.InteropServices;

namespace Punie.Cli.Hosting;

/// <summary>The person's Ctrl-C.</summary>
internal interface ICancelKey
{
    /// <summary>From now until the result is disposed, Ctrl-C cancels the turn and the process goes on.</summary>
    /// <param name="outer">Cancels the turn too.</param>
    TurnCancellation BeginTurn(CancellationToken outer);

    /// <summary>
    /// From the first turn on, Ctrl-C between turns does nothing: it came too late for the one before.
    /// </summary>
    void SpareBetweenTurns();
}

/// <summary>The cancellation of one turn.</summary>
internal sealed class TurnCancellation(CancellationToken outer) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
    private readonly Lock _guard = new(); // the signal comes on another thread than the turn's end

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True once the turn ended.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Cancels the turn; false when it is over or was cancelled before.</summary>
    public bool TryCancel()
    {
        lock (_guard)
        {
            if (IsOver || _source.IsCancellationRequested) return false;
            _source.Cancel();
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_guard)
        {
            IsOver = true;
            _source.Dispose();
        }
    }
}

/// <summary>
/// Turns Ctrl-C and the system's request to end into a cancellation: of the running turn, else of the whole command. A
/// second one, while the first still waits for its effect, goes one further; the last ends the process at once.
/// </summary>
internal sealed class CancelKey : ICancelKey, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private volatile TurnCancellation? _turn;
    private volatile bool _sparesBetweenTurns;

    /// <summary>Listens from now on.</summary>
    public CancelKey()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
    }

    /// <summary>Cancelled by the first signal that no turn takes.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public TurnCancellation BeginTurn(CancellationToken outer) => _turn = new TurnCancellation(outer);

    /// <inheritdoc/>
    public void SpareBetweenTurns() => _sparesBetweenTurns = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        var isSpared = context.Signal == PosixSignal.SIGINT && _turn is { } turn
            && (turn.TryCancel() || (turn.IsOver && _sparesBetweenTurns));
        if (isSpared)
        {
            context.Cancel = true;
            return;
        }

        if (_source.IsCancellationRequested) return;
        context.Cancel = true;
        _source.Cancel();
    }
}
