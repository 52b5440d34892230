using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Grammars;
using Punie.Model.Families;
using Punie.Model.Generation;

namespace Punie.Model.Tests.Generation;

public sealed class EmbeddedChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_learned_program_comes_back_as_a_call()
    {
        using var client = NewClient();

        var response = await client.GetResponseAsync("how many type errors?", cancellationToken: Token);

        Assert.Equal(TinyRouter.Program, CodeCall.CodeOf(response.Messages[0]));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Equal("tiny", response.ModelId);
    }

    [Fact]
    public async Task A_learned_answer_comes_back_as_text()
    {
        using var client = NewClient();

        var response = await client.GetResponseAsync("hello", cancellationToken: Token);

        Assert.Equal(TinyRouter.Answer, response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task Text_streams_in_parts_that_add_up()
    {
        using var client = NewClient();
        var parts = new List<string>();

        await foreach (var update in client.GetStreamingResponseAsync("hello", cancellationToken: Token)) parts.Add(
            update.Text);

        Assert.True(parts.Count > 5);
        Assert.Equal(TinyRouter.Answer, string.Concat(parts));
    }

    [Fact]
    public async Task A_call_is_not_shown_before_it_is_whole()
    {
        using var client = NewClient();
        var updates = new List<ChatResponseUpdate>();

        await foreach (var update in client.GetStreamingResponseAsync("how many type errors?",
            cancellationToken: Token))
            updates.Add(update);

        Assert.Single(updates);
        Assert.Empty(updates[0].Text);
    }

    [Fact]
    public async Task Tokens_are_counted()
    {
        using var client = NewClient();
        var prompt = TinyRouter.Format.Render([new ChatMessage(ChatRole.User, "hello")], [], openReply: true)
            .Tokens.Length;

        var usage = (await client.GetResponseAsync("hello", cancellationToken: Token)).Usage!;

        Assert.Equal(prompt, usage.InputTokenCount);
        Assert.Equal(TinyRouter.Tokenizer.Encode(TinyRouter.Answer).Length, usage.OutputTokenCount);
    }

    [Fact]
    public async Task A_reply_that_is_cut_says_so()
    {
        using var client = NewClient();

        var response = await client.GetResponseAsync("hello", new ChatOptions { MaxOutputTokens = 3 }, Token);

        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(3, response.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task A_grammar_holds_the_program_and_leaves_answers_free()
    {
        var grammar = new Grammar("root",
            [new("root", GrammarExpression.AnyOf(["tests = pytest_run()", "status = git_status()"]))]);
        var mask = GrammarMask.ForRouter(grammar, CallVocabulary.ForRouter(TinyRouter.Tokenizer, TinyRouter.Format));
        using var client = NewClient(new EmbeddedChatOptions { ModelId = "tiny", Constraint = _ => mask.Start() });

        var call = await client.GetResponseAsync("how many type errors?", cancellationToken: Token);
        var answer = await client.GetResponseAsync("hello", cancellationToken: Token);

        Assert.Equal("tests = pytest_run()", CodeCall.CodeOf(call.Messages[0]));
        Assert.Equal(TinyRouter.Answer, answer.Text);
    }

    [Fact]
    public async Task A_request_longer_than_the_model_reads_is_refused()
    {
        using var client = NewClient();

        var error = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.GetResponseAsync(new string('x', 1000), cancellationToken: Token));

        Assert.Contains("this model reads at most 256. Shorten the request.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_request_stops()
    {
        using var client = NewClient();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.GetResponseAsync("hello", cancellationToken: source.Token));
    }

    [Fact]
    public async Task Stop_sequences_are_refused_rather_than_ignored()
    {
        using var client = NewClient();

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            client.GetResponseAsync("hello", new ChatOptions { StopSequences = ["."] }, Token));
    }

    [Fact]
    public void A_tokenizer_of_another_model_is_refused() =>
        Assert.Throws<ArgumentException>(() => new EmbeddedChatClient(
            Decoder.Create(TestData.Tiny, 1), TinyRouter.Tokenizer, TinyRouter.Format,
            new EmbeddedChatOptions { ModelId = "tiny" }));

    private static EmbeddedChatClient NewClient(EmbeddedChatOptions? options = null) => new(
        TinyRouter.Decoder, TinyRouter.Tokenizer, TinyRouter.Format, options
            ?? new EmbeddedChatOptions { ModelId = "tiny" });
}
