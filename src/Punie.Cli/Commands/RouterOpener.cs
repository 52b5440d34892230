using Punie.Agent.CodeMode.Router;
using Punie.Agent.Loop;
using Punie.Agent.Tools;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Cli.Hosting;
using Punie.Model.Generation;
using Punie.Model.Weights;

namespace Punie.Cli.Commands;

/// <summary>Loads the model that ships with Punie and holds its programs to the grammar.</summary>
internal static class RouterOpener
{
    private const string ModelId = "router";

    // The longest program of the recipes has about 60 tokens; the rest is room for a text to be written.
    private const int MostTokens = 400;

    /// <summary>Loads the router.</summary>
    /// <param name="folder">The model's files, in Hugging Face's layout.</param>
    /// <param name="tools">What its programs may call.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public static async Task<OpenModel> OpenAsync(string folder, ToolCatalog tools, CancellationToken cancellationToken)
    {
        var vocabulary = Path.Combine(folder, "tokenizer.json");
        if (!File.Exists(vocabulary))
        {
            throw new UsageException(
                $"the router is not in {folder}; train it with punie train, or name another model with --model");
        }

        var json = await UserFiles.ReadAsync(vocabulary, "the router's vocabulary", cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var tokenizer = Tokenizer.FromJson(json);
            var format = new RouterFormat(tokenizer);
            var words = CallVocabulary.ForRouter(tokenizer, format);
            var options = new EmbeddedChatOptions
            {
                ModelId = ModelId,
                Sampling = new SamplingOptions { MaxTokens = MostTokens },
                Constraint = request => GrammarMask.ForRouter(ProgramGrammar.Create(tools, request), words).Start(),
            };
            var client = new EmbeddedChatClient(ModelFolder.Load(folder), tokenizer, format, options);
            return new OpenModel(client, new ModelTraits(ModelId, SingleStep: true) { ReplyTokens = MostTokens });
        }
        catch (Exception damaged) when (damaged is InvalidDataException or FileNotFoundException or ArgumentException)
        {
            throw new UsageException($"the router's files in {folder} cannot be used: {damaged.Message}");
        }
    }
}
