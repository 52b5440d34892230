using System.Collections;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Lab.Datasets;
using Punie.Model.Tuning;

namespace Punie.Lab.Recipes;

/// <summary>Training examples that are made when they are asked for; example <c>i</c> is always the same.</summary>
/// <param name="generator">Makes them.</param>
/// <param name="format">Renders them, as serving does.</param>
/// <param name="count">How many there are.</param>
internal sealed class RouterExamples(ExampleGenerator generator, RouterFormat format, int count)
    : IReadOnlyList<TrainingExample>
{
    public int Count => count;

    public TrainingExample this[int index]
    {
        get
        {
            var rendered = format.Render(Messages(generator.Make(index)), [], openReply: false);
            return new TrainingExample(rendered.Tokens, rendered.Trained);
        }
    }

    public IEnumerator<TrainingExample> GetEnumerator() =>
        Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ChatMessage[] Messages(Example example)
    {
        var reply = example.Program is { } program
            ? new ChatMessage(ChatRole.Assistant, [CodeCall.Create("call_1", program)])
            : new ChatMessage(ChatRole.Assistant, example.Answer);
        return [new ChatMessage(ChatRole.User, example.Prompt), reply];
    }
}
