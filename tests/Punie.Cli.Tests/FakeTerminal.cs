using Punie.Cli.Hosting;

namespace Punie.Cli.Tests;

/// <summary>A terminal that remembers what was written.</summary>
internal sealed class FakeTerminal : ITerminal
{
    public Queue<string?> Lines { get; } = new();

    public string Input { get; init; } = "";

    public TextWriter Output { get; } = new StringWriter();

    public TextWriter Error { get; } = new StringWriter();

    public bool IsScreen { get; init; }

    public bool IsOutputScreen => IsScreen;

    public bool IsErrorScreen => IsScreen;

    public bool IsInteractive { get; init; }

    public bool UsesColor { get; init; }

    public int Width { get; init; } = 80;

    public int Height { get; init; } = 24;

    public IKeyboard? Keyboard { get; init; }

    public string OutputText => Output.ToString()!;

    public string ErrorText => Error.ToString()!;

    public void ForgetTyped()
    {
    }

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) => Task.FromResult(Lines.Dequeue());

    public Task<string> ReadToEndAsync(CancellationToken cancellationToken) => Task.FromResult(Input);
}
