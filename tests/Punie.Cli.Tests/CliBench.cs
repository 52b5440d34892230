using Punie.Agent.Loop;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;
using Punie.Chat.Scripted;
using Punie.Cli.Commands;
using Punie.Cli.Hosting;

namespace Punie.Cli.Tests;

/// <summary>Runs command lines in this process, in a temporary workspace.</summary>
internal sealed class CliBench : IDisposable
{
    /// <summary>Where the sources are.</summary>
    public static string Repository { get; } = FindRoot();

    public string Folder { get; } = Directory.CreateTempSubdirectory("punie-cli-").FullName;

    /// <summary>What the system says about confining commands.</summary>
    public Func<bool> CanConfine { get; init; } = () => false;

    /// <summary>What Punie remembers outside every project.</summary>
    public string State => Folder + "-state";

    public FakeTerminal Terminal { get; init; } = new();

    public FrozenTime Clock { get; } = new();

    public FakeCancelKey Cancel { get; } = new();

    /// <summary>When set, the default model plays it as a single-step model, as the router would.</summary>
    public string? RouterScript { get; init; }

    public string Output => Terminal.OutputText;

    public string Error => Terminal.ErrorText;

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>What the person says next, line by line; then the input ends.</summary>
    public void Say(params string[] lines)
    {
        Terminal.Lines.Clear();
        foreach (var line in lines) Terminal.Lines.Enqueue(line);
        Terminal.Lines.Enqueue(null);
    }

    public bool Has(string name) => File.Exists(Path.Combine(Folder, name));

    /// <summary>Runs a command in the folder; <c>--workspace</c> is added.</summary>
    public Task<int> RunAsync(params string[] arguments) =>
        RunAsync(TestContext.Current.CancellationToken, [.. arguments, "-w", Folder]);

    public async Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var installation = new Installation(Repository);
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        var environment = new UserEnvironment(path, new StateFolder(State)) { CanConfine = CanConfine };
        var workbenches = new Workbenches(Terminal, Clock, installation, environment);
        IModelOpener models = new ModelOpener(Clock, installation with { Root = Folder }, apiKey: null);
        if (RouterScript != null) models = new RouterDouble(RouterScript, models);
        return await new App(Terminal, Clock, models, workbenches, installation, Cancel)
            .RunAsync(arguments, cancellationToken);
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(State)) Directory.Delete(State, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Punie.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private sealed class RouterDouble(string script, IModelOpener others) : IModelOpener
    {
        public Task<OpenModel> OpenAsync(ModelChoice choice, ToolCatalog tools, CancellationToken cancellationToken) =>
            choice is ModelChoice.Router
                ? Task.FromResult(new OpenModel(
                    ScriptedChatClient.FromJsonLines(script, TimeProvider.System),
                    new ModelTraits("router", SingleStep: true)))
                : others.OpenAsync(choice, tools, cancellationToken);
    }
}
