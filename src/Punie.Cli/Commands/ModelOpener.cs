using System.Runtime.CompilerServices;
using Punie.Agent.Loop;
using Punie.Agent.Tools;
using Punie.Chat.Scripted;
using Punie.Chat.Servers;
using Punie.Cli.Hosting;

namespace Punie.Cli.Commands;

/// <summary>Opens the router, a script or a server.</summary>
/// <param name="clock">Measures delays and time-outs.</param>
/// <param name="installation">Where the router's files are.</param>
/// <param name="apiKey">Sent to servers; null for none.</param>
internal sealed class ModelOpener(TimeProvider clock, Installation installation, string? apiKey) : IModelOpener
{
    /// <inheritdoc/>
    public async Task<OpenModel> OpenAsync(ModelChoice choice, ToolCatalog tools,
        CancellationToken cancellationToken) => choice switch
        {
            ModelChoice.Script script => await OpenScriptAsync(script.File, cancellationToken).ConfigureAwait(false),
            ModelChoice.Server server => OpenServer(server),
            _ => await OpenRouterAsync(tools, cancellationToken).ConfigureAwait(false),
        };

    private async Task<OpenModel> OpenScriptAsync(string file, CancellationToken cancellationToken)
    {
        var script = await UserFiles.ReadAsync(file, "the script", cancellationToken).ConfigureAwait(false);
        try
        {
            var client = ScriptedChatClient.FromJsonLines(script, clock);
            return new OpenModel(client, new ModelTraits(ScriptedChatClient.ModelId, SingleStep: false));
        }
        catch (ScriptException wrong)
        {
            throw new UsageException($"{file}: {wrong.Message}");
        }
    }

    private OpenModel OpenServer(ModelChoice.Server server)
    {
        var settings = new ModelServer { Address = server.Address, Model = server.Model, ApiKey = apiKey };
        var name = server.Model ?? server.Address.GetLeftPart(UriPartial.Authority);
        return new OpenModel(new OpenAiChatClient(settings, clock), new ModelTraits(name, SingleStep: false));
    }

    // Apart, so that only this path loads the model's assembly.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<OpenModel> OpenRouterAsync(ToolCatalog tools, CancellationToken cancellationToken) =>
        RouterOpener.OpenAsync(installation.RouterFolder, tools, cancellationToken);
}
