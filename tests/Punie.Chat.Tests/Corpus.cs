using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests;

/// <summary>Small texts of the kind the router sees, and vocabularies learned from them.</summary>
internal static class Corpus
{
    public static readonly string[] Requests =
    [
        "Are there type errors in src? Which ones?",
        "run the tests and tell me which failed",
        "what changed since the last commit?",
        "lint src/shop/cart.py and show only the F401 violations",
        "Show me the last 5 commits, please.",
        "is the working tree clean",
        "read README.md and print the first 10 lines",
    ];

    public static readonly string[] Programs =
    [
        "types = typecheck(\"src\")\nprint(types.error_count)\nfor e in types.errors:\n    "
        + "print(f\"{e.file}:{e.line} {e.message}\")",
        "tests = pytest_run()\nfor t in tests.tests:\n    if t.outcome == \"failed\":\n        print(t.node_id)",
        "lint = ruff_check(\"src/shop/cart.py\")\nfor v in lint.violations:\n    print(v.code, v.line)",
        "log = git_log(5)\nfor c in log.commits:\n    print(c.subject)",
    ];

    public static readonly string[] Awkward =
    [
        "",
        " ",
        "\n\n\t  x  \r\n",
        "naïve café Straße İstanbul ſ",
        "変数 = 'значение' # комментарий",
        "emoji 👩‍👩‍👧 and 𝒳𝒴 letters outside the basic plane",
        "e\u0301 combining, \u00a0no-break, \u200bzero width",
        "snake_case CamelCase kebab-case path/to/file.py::test_x[1]",
        "1234567890 0x1F 3.14e-10",
        "it's we'll they'RE don't I'D",
        "a  b   c    \n    indented\n\n\nend   ",
        "<|im_end|> and <tool_call> typed by a person",
    ];

    public static Tokenizer Router { get; } = Train(768);

    public static Tokenizer Train(int vocabularySize)
    {
        var trainer = new BpeTrainer();
        foreach (var text in Requests.Concat(Programs)) trainer.Add(text);
        return trainer.Train(new BpeTraining(vocabularySize, RouterFormat.Markers));
    }
}
