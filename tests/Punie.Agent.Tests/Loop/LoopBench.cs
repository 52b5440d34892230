using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Tests.Tools;
using Punie.Agent.Tools;
using Punie.Chat.Scripted;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Loop;

/// <summary>Turns of a scripted model over the real tools in a temporary workspace.</summary>
internal sealed class LoopBench : IDisposable
{
    public ToolBench Tools { get; } = new();

    public Conversation Conversation { get; init; } = new();

    public TurnLimits Limits { get; init; } = new();

    public SandboxLimits CodeLimits { get; init; } = Punie.Agent.CodeMode.CodeLimits.Default;

    public bool SingleStep { get; init; }

    public ToolsMode Mode { get; init; }

    public ProjectInstructions? Instructions { get; init; }

    /// <summary>The tools; the built-in ones unless a test brings its own.</summary>
    public ToolCatalog Catalog { get; init; } = BuiltInTools.Create();

    public CodeRunner Runner => new(Catalog, Tools.Context, CodeLimits, TimeProvider.System);

    public Turn Turn(string script) => Turn(ScriptedChatClient.FromJsonLines(script, TimeProvider.System));

    public Turn Turn(IChatClient model) =>
        new(model, new ModelTraits("scripted", SingleStep) { Tools = Mode }, Runner, Limits)
        {
            Instructions = Instructions
        };

    public async Task<List<TurnEvent>> RunAsync(string script, string prompt = "Do it.") =>
        await EventsAsync(Turn(script), prompt, TestContext.Current.CancellationToken);

    public async Task<List<TurnEvent>> EventsAsync(Turn turn, string prompt, CancellationToken cancellationToken)
    {
        var events = new List<TurnEvent>();
        await foreach (var happened in turn.RunAsync(Conversation, prompt, cancellationToken)) events.Add(happened);
        Assert.IsType<TurnEvent.Ended>(events[^1]);
        Assert.Single(events.OfType<TurnEvent.Ended>());
        return events;
    }

    public static string Output(IEnumerable<TurnEvent> events) =>
        string.Concat(events.OfType<TurnEvent.ProgramOutput>().Select(output => output.Text));

    /// <summary>A message as one line: its role and text; a call has no text.</summary>
    public static string Line(ChatMessage message)
    {
        var results = message.Contents.OfType<FunctionResultContent>().Select(result => result.Result);
        var text = string.Concat([message.Text, .. results]);
        return text.Length == 0 ? message.Role.Value : $"{message.Role.Value}: {text}";
    }

    public void Dispose() => Tools.Dispose();
}
