using System.Text;
using Punie.Python.Rewriting;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Markup;

/// <summary>Reads the tags of one t-string.</summary>
/// <remarks>Comments, quoted values and the text of <c>script</c> and <c>style</c> hold no tags.</remarks>
internal sealed class TemplateReader
{
    // Stands for an interpolation; a template that holds the character itself only loses that tag.
    private const char Hole = '\uFFFC';

    private static readonly string[] RawText = ["script", "style", "textarea", "title"];

    private readonly TemplateStringExpression _template;
    private readonly string _text;
    private readonly Dictionary<int, Expression> _holes = [];
    private int _at;

    public TemplateReader(TemplateStringExpression template)
    {
        _template = template;
        var text = new StringBuilder();
        foreach (var part in template.Values)
        {
            if (part is ConstantExpression { Value: Literal.Str constant })
            {
                text.Append(constant.Value);
            }
            else
            {
                if (part is InterpolationExpression interpolation) _holes[text.Length] = interpolation.Value;
                text.Append(Hole);
            }
        }

        _text = text.ToString();
    }

    /// <summary>The components in source order.</summary>
    public IEnumerable<ComponentUse> Read()
    {
        while ((_at = _text.IndexOf('<', _at)) >= 0)
        {
            if (Starts("<!--")) SkipTo("-->");
            else if (++_at >= _text.Length) break;
            else if (_text[_at] == Hole && ReadComponent() is { } use) yield return use;
            else if (char.IsAsciiLetter(_text[_at])) SkipElement();
        }

        _at = 0;
    }

    private ComponentUse? ReadComponent()
    {
        var component = _holes.GetValueOrDefault(_at++);
        var (names, hasSpread) = ReadAttributes();
        return component is not null && SyntaxWalk.DottedName(component) is not null
            ? new ComponentUse(_template, component, names, hasSpread)
            : null;
    }

    private void SkipElement()
    {
        var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        ReadAttributes();
        if (RawText.Contains(name, StringComparer.OrdinalIgnoreCase)) SkipTo($"</{name}");
    }

    private (List<string> Names, bool HasSpread) ReadAttributes()
    {
        var (names, hasSpread) = (new List<string>(), false);
        while (true)
        {
            ReadWhile(c => char.IsWhiteSpace(c) || c == '/');
            if (_at >= _text.Length || _text[_at] is '>' or '<') return (names, hasSpread);
            var name = ReadWhile(c => !char.IsWhiteSpace(c) && c is not ('=' or '/' or '>'));
            ReadWhile(char.IsWhiteSpace);
            // A name that is a value, wholly or in part, can be any.
            if (name.Contains(Hole, StringComparison.Ordinal)) hasSpread = true;
            else if (name.Length > 0) names.Add(name);
            if (_at < _text.Length && _text[_at] == '=') SkipValue();
        }
    }

    private void SkipValue()
    {
        _at++;
        ReadWhile(char.IsWhiteSpace);
        if (_at >= _text.Length) return;
        if (_text[_at] is '"' or '\'')
        {
            var quote = _text[_at++];
            SkipTo(quote.ToString());
        }
        else
        {
            ReadWhile(c => !char.IsWhiteSpace(c) && c != '>' && !Starts("/>"));
        }
    }

    private string ReadWhile(Func<char, bool> isPart)
    {
        var start = _at;
        while (_at < _text.Length && isPart(_text[_at])) _at++;
        return _text[start.._at];
    }

    private bool Starts(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private void SkipTo(string end)
    {
        var found = _text.IndexOf(end, _at, StringComparison.OrdinalIgnoreCase);
        _at = found < 0 ? _text.Length : found + end.Length;
    }
}
