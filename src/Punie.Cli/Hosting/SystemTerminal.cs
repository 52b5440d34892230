using System.Text;

namespace Punie.Cli.Hosting;

/// <summary>The process's own streams.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private const int PipeWidth = 80;
    private const int PipeHeight = 24;
    private const int BufferBytes = 16 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly SystemKeyboard _keyboard = new();

    /// <inheritdoc/>
    public TextWriter Output { get; } = Writer(Console.OpenStandardOutput());

    /// <inheritdoc/>
    public TextWriter Error { get; } = Writer(Console.OpenStandardError());

    /// <inheritdoc/>
    public bool IsOutputScreen { get; } = !Console.IsOutputRedirected && !IsDumb;

    /// <inheritdoc/>
    public bool IsErrorScreen { get; } = !Console.IsErrorRedirected && !IsDumb;

    /// <inheritdoc/>
    public bool IsInteractive => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <inheritdoc/>
    public bool UsesColor => IsOutputScreen && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <inheritdoc/>
    public int Width => IsOutputScreen && Console.WindowWidth is > 20 and var width ? width : PipeWidth;

    /// <inheritdoc/>
    public int Height => IsOutputScreen && Console.WindowHeight is > 4 and var height ? height : PipeHeight;

    /// <inheritdoc/>
    public IKeyboard? Keyboard =>
        IsOutputScreen && !Console.IsInputRedirected && TerminalKeys.IsSupported ? _keyboard : null;

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <inheritdoc/>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (_keyboard.IsStarted) return await _keyboard.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        // Reading a line from the keyboard cannot be cancelled by .NET; waiting for it can.
        var line = Task.Run(Console.In.ReadLine, cancellationToken);
        return await line.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void ForgetTyped() => _keyboard.Forget();

    /// <inheritdoc/>
    public async Task<string> ReadToEndAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Console.OpenStandardInput(), Utf8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static ClosablePipeWriter Writer(Stream stream) =>
        new(new StreamWriter(stream, Utf8, BufferBytes) { AutoFlush = false, NewLine = "\n" });
}
