using System.Text;

namespace Punie.Agent.Processes;

/// <summary>Splits a command line into words as a POSIX shell does, and writes words back as a line.</summary>
/// <remarks>
/// Nothing is expanded. Source: POSIX.1-2017, Shell Command Language, 2.2 Quoting and 2.3 Token Recognition.
/// </remarks>
public static class CommandWords
{
    private const string Operators = "|&;<>()";
    private const string PlainSymbols = "@%+=:,./-_";

    /// <summary>Splits a line.</summary>
    /// <param name="line">Words, quoted where they contain spaces.</param>
    /// <param name="words">The words.</param>
    /// <param name="error">An open quote, or an operator that only a shell understands; null when all is well.</param>
    public static bool TrySplit(string line, out IReadOnlyList<string> words, out string? error)
    {
        var splitter = new Splitter(line);
        error = splitter.Run();
        words = error is null ? splitter.Words : [];
        return error is null;
    }

    /// <summary>One line that splits into the same words.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word)
    {
        return word.Length > 0 && word.All(IsPlain)
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(char c) =>
        char.IsLetterOrDigit(c) || PlainSymbols.Contains(c, StringComparison.Ordinal);

    private sealed class Splitter(string line)
    {
        private readonly StringBuilder _word = new();
        private bool _inWord;
        private int _next;

        public List<string> Words { get; } = [];

        public string? Run()
        {
            while (_next < line.Length)
            {
                var c = line[_next++];
                var error = c switch
                {
                    '\'' => SingleQuoted(),
                    '"' => DoubleQuoted(),
                    '\\' => Escaped(),
                    ' ' or '\t' or '\n' or '\r' => EndWord(),
                    _ when Operators.Contains(c, StringComparison.Ordinal) => Operator(c),
                    _ => Plain(c),
                };
                if (error is not null) return error;
            }

            return EndWord();
        }

        private static string Operator(char c) =>
            $"no shell is run, so '{c}' has no meaning; run one program at a time, or quote it to pass it as text";

        private string? Plain(char c)
        {
            _inWord = true;
            _word.Append(c);
            return null;
        }

        private string? EndWord()
        {
            if (_inWord) Words.Add(_word.ToString());
            _word.Clear();
            _inWord = false;
            return null;
        }

        private string? Escaped()
        {
            if (_next == line.Length) return "the line ends with a backslash";

            var c = line[_next++];
            return c == '\n' ? null : Plain(c);
        }

        private string? SingleQuoted()
        {
            _inWord = true;
            var end = line.IndexOf('\'', _next);
            if (end < 0) return "a single quote is not closed";

            _word.Append(line, _next, end - _next);
            _next = end + 1;
            return null;
        }

        private string? DoubleQuoted()
        {
            _inWord = true;
            while (_next < line.Length)
            {
                var c = line[_next++];
                if (c == '"') return null;
                if (c == '\\' && _next < line.Length && "$`\"\\\n".Contains(line[_next], StringComparison.Ordinal))
                {
                    c = line[_next++];
                    if (c == '\n') continue;
                }

                _word.Append(c);
            }

            return "a double quote is not closed";
        }
    }
}
