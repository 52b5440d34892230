namespace Punie.Chat.Tokenizing;

/// <summary>Cuts text into the pieces inside which byte pairs are merged.</summary>
/// <remarks>Hand-written scanners for the patterns that byte-level model families use; immutable and
/// thread-safe.</remarks>
public abstract class PreTokenizer
{
    private protected PreTokenizer()
    {
    }

    /// <summary>Runs of letters, and everything else one character at a time: names and quotes never share a
    /// token.</summary>
    public static PreTokenizer LetterRuns { get; } = new LetterRunScanner();

    /// <summary>GPT-2's words with their leading space.</summary>
    public static PreTokenizer Gpt2 { get; } = new Gpt2Scanner();

    /// <summary>Qwen2, Qwen2.5 and Qwen3: words with one leading character, digits single.</summary>
    public static PreTokenizer Qwen2 { get; } = new WordScanner(maxDigits: 1, marksJoinLetters: false);

    /// <summary>Qwen3.5: as <see cref="Qwen2"/>, combining marks belong to words.</summary>
    public static PreTokenizer Qwen35 { get; } = new WordScanner(maxDigits: 1, marksJoinLetters: true);

    /// <summary>Llama 3: as <see cref="Qwen2"/>, digits in groups of up to three.</summary>
    public static PreTokenizer Llama3 { get; } = new WordScanner(maxDigits: 3, marksJoinLetters: false);

    // All patterns that FromPattern knows, in no particular order.
    private static PreTokenizer[] Known => [LetterRuns, Gpt2, Qwen2, Qwen35, Llama3];

    /// <summary>The regular expression that <c>tokenizer.json</c> names for these pieces.</summary>
    public abstract string Pattern { get; }

    /// <summary>The scanner for a regular expression.</summary>
    /// <exception cref="InvalidDataException">No scanner is known for it.</exception>
    internal static PreTokenizer FromPattern(string pattern) =>
        Known.FirstOrDefault(k => k.Pattern == pattern)
        ?? throw new InvalidDataException(
            $"The tokenizer splits text with '{pattern}', for which there is no scanner. " +
            $"Known patterns: {string.Join(" ; ", Known.Select(k => $"'{k.Pattern}'"))}.");

    /// <summary>End of the piece that starts at <paramref name="start"/>, in UTF-16 units; always behind it.</summary>
    internal abstract int EndOfPiece(ReadOnlySpan<char> text, int start);
}
