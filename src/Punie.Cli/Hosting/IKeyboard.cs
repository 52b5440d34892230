namespace Punie.Cli.Hosting;

/// <summary>What a person types, key by key.</summary>
internal interface IKeyboard
{
    /// <summary>From now until the result is disposed, keys come as they are pressed and are not echoed.</summary>
    IDisposable TakeKeys();

    /// <summary>The next bytes that the terminal sends; empty at the end of input.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken);
}
