using System.Text;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax.Parsing;

/// <summary>The parts of an f-string or t-string; texts that touch become one constant.</summary>
internal sealed class StringParts
{
    private readonly List<Expression> _parts = [];
    private readonly StringBuilder _text = new();
    private TextSpan _span;
    private bool _hasText;
    private bool _isUnicode;

    public void AddText(string text, TextSpan span, bool isUnicode = false)
    {
        if (text.Length == 0) return;
        _span = _hasText ? _span.Through(span) : span;
        if (!_hasText) _isUnicode = isUnicode;
        _hasText = true;
        _text.Append(text);
    }

    public void AddField(Expression field)
    {
        Flush();
        _parts.Add(field);
    }

    public IReadOnlyList<Expression> ToArray()
    {
        Flush();
        return _parts.ToArray();
    }

    private void Flush()
    {
        if (!_hasText) return;
        _parts.Add(new ConstantExpression(_span, new Literal.Str(_text.ToString(), _isUnicode)));
        _text.Clear();
        _hasText = false;
    }
}
