using Punie.Cli.Hosting;

namespace Punie.Cli.Tests;

/// <summary>A Ctrl-C that nobody presses.</summary>
internal sealed class FakeCancelKey : ICancelKey
{
    public TurnCancellation BeginTurn(CancellationToken outer) => new(outer);

    public void SpareBetweenTurns()
    {
    }
}
