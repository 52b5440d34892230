using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax.Parsing;

/// <summary>The keyword arguments of a call, with the rules about their order and names.</summary>
internal sealed class KeywordList(TokenCursor cursor)
{
    private const int FewNames = 8;

    private readonly List<KeywordArgument> _keywords = [];
    private HashSet<string>? _names;

    public int Count => _keywords.Count;

    public bool HasUnpacking { get; private set; }

    /// <summary>What is wrong with a positional argument that came too late; null when none did.</summary>
    public string? Misplaced { get; private set; }

    public void Add(KeywordArgument keyword)
    {
        if (keyword.Name is { } name)
        {
            if (IsRepeated(name.Text)) cursor.Report($"keyword argument repeated: {name.Text}", keyword.Span);
        }
        else
        {
            HasUnpacking = true;
        }

        _keywords.Add(keyword);
    }

    /// <summary>Notes that a positional argument stands here.</summary>
    public void NotePositional()
    {
        if (_keywords.Count > 0)
            Misplaced ??= _keywords[^1].Name is null
                ? "positional argument follows keyword argument unpacking"
                    : "positional argument follows keyword argument";
    }

    /// <summary>Fails at the closing parenthesis, as CPython does, when a positional argument came too late.</summary>
    public void FailMisplaced()
    {
        if (Misplaced is not null) throw TokenCursor.Fail(Misplaced, cursor.Current.Span);
    }

    public KeywordArgument[] ToArray() => [.. _keywords];

    private bool IsRepeated(string name)
    {
        if (_keywords.Count < FewNames) return _keywords.Exists(k => k.Name is { } known && known.Text == name);
        _names ??= [.. _keywords.Where(k => k.Name is not null).Select(k => k.Name!.Value.Text)];
        return !_names.Add(name);
    }
}
