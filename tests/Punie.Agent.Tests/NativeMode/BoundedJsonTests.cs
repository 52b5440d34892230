using System.Globalization;
using System.Text;
using System.Text.Json;
using Punie.Agent.NativeMode;

namespace Punie.Agent.Tests.NativeMode;

public sealed class BoundedJsonTests
{
    [Fact]
    public void A_short_result_stays_as_it_is_with_its_notes_first()
    {
        Assert.Equal("""{"note":"one; two","items":[1,"é"]}""",
            BoundedJson.Write(Parse("""{"items": [1, "é"]}"""), ["one", "two"], 500));
    }

    [Fact]
    public void A_long_list_keeps_its_first_items_and_says_how_many_are_left_out()
    {
        var items = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $$"""{"line":{{i}}}"""));

        var text = BoundedJson.Write(Parse($$"""{"count": 5000, "items": [{{items}}]}"""), [], 1_000);

        Assert.InRange(text.Length, 200, 1_000);
        var list = Parse(text).GetProperty("items");
        Assert.Equal("""{"line":0}""", list[0].GetRawText());
        var left = (5_001 - list.GetArrayLength()).ToString("N0", CultureInfo.InvariantCulture);
        Assert.Equal($"[... {left} more left out ...]", list[list.GetArrayLength() - 1].GetString());
        Assert.Equal(5_000, Parse(text).GetProperty("count").GetInt32());
    }

    [Fact]
    public void A_pair_of_surrogates_is_never_cut_in_two()
    {
        var text = BoundedJson.Write(Parse($$"""{"a": "{{string.Concat(Enumerable.Repeat("😀", 2_000))}}"}"""), [], 501);

        var kept = Parse(text).GetProperty("a").GetString()!;
        Assert.All(kept.EnumerateRunes(), rune => Assert.NotEqual(Rune.ReplacementChar, rune));
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
