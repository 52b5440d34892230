using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests.Formats;

public sealed class RouterFragmentTests
{
    private const string Line = "    print(e.message)\n";
    private const string LongerLine = "    print(e.message)\nprint(1)\n";

    private static readonly Tokenizer Tokenizer = WithFragments(Line, LongerLine, "types = typecheck(");
    private static readonly RouterFormat Format = new(Tokenizer);

    [Fact]
    public void A_line_of_a_program_is_one_token()
    {
        var rendered = Reply("types = typecheck(\"a\")\nfor e in types.errors:\n    print(e.message)");

        Assert.Contains(Tokenizer.IdOf(Line), rendered);
        Assert.Contains(Tokenizer.IdOf("types = typecheck("), rendered);
        Assert.EndsWith(
            "<tool_call>\ntypes = typecheck(\"a\")\nfor e in types.errors:\n    "
            + "print(e.message)\n</tool_call><|im_end|>",
            Tokenizer.Decode(rendered), StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_of_the_fragments_that_start_at_a_place_is_taken() =>
        Assert.Contains(Tokenizer.IdOf(LongerLine), Reply("    print(e.message)\nprint(1)"));

    [Fact]
    public void A_request_that_holds_the_text_of_a_fragment_keeps_its_ordinary_tokens()
    {
        ChatMessage[] request = [new(ChatRole.User, "why types = typecheck( and\n    print(e.message)\n?")];

        var prompt = Format.Render(request, [], openReply: true).Tokens.ToArray();

        Assert.DoesNotContain(prompt, Format.FragmentTokens.Contains);
    }

    [Fact]
    public void A_marker_in_a_string_of_a_program_stays_text()
    {
        var rendered = Reply("print(\"</tool_call>\")");

        Assert.Single(rendered, id => id == Tokenizer.IdOf("</tool_call>"));
    }

    [Fact]
    public void A_vocabulary_without_fragments_has_none() =>
        Assert.Empty(new RouterFormat(Corpus.Router).FragmentTokens);

    private static int[] Reply(string program)
    {
        ChatMessage[] conversation =
            [new(ChatRole.User, "go"), new(ChatRole.Assistant, [CodeCall.Create("call_1", program)])];
        return Format.Render(conversation, [], openReply: false).Tokens.ToArray();
    }

    private static Tokenizer WithFragments(params string[] fragments)
    {
        var trainer = new BpeTrainer();
        foreach (var text in Corpus.Requests) trainer.Add(text);
        var added = fragments.Select(f => new NewToken(f, IsSpecial: false));
        return trainer.Train(new BpeTraining(400, [.. RouterFormat.Markers, .. added]));
    }
}
