using System.Globalization;
using System.Text;

namespace Punie.Python.Syntax;

/// <summary>
/// Compact JSON in ASCII, byte for byte as Python's <c>json.dumps(…, separators=(",", ":"))</c> writes it.
/// </summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();

    public JsonText OpenObject() => Begin('{');

    public JsonText OpenArray() => Begin('[');

    public void CloseObject() => _text.Append('}');

    public void CloseArray() => _text.Append(']');

    public JsonText Name(string name)
    {
        Separate();
        _text.Append('"').Append(name).Append("\":");
        return this;
    }

    public JsonText Number(int value)
    {
        Separate();
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public JsonText Null()
    {
        Separate();
        _text.Append("null");
        return this;
    }

    public JsonText Text(string value)
    {
        Separate();
        _text.Append('"');
        foreach (var c in value) Append(c);
        _text.Append('"');
        return this;
    }

    public override string ToString() => _text.ToString();

    private JsonText Begin(char open)
    {
        Separate();
        _text.Append(open);
        return this;
    }

    private void Separate()
    {
        if (_text.Length > 0 && _text[^1] is not ('{' or '[' or ':')) _text.Append(',');
    }

    private void Append(char c)
    {
        switch (c)
        {
            case '"': _text.Append("\\\""); break;
            case '\\': _text.Append("\\\\"); break;
            case '\n': _text.Append("\\n"); break;
            case '\r': _text.Append("\\r"); break;
            case '\t': _text.Append("\\t"); break;
            case '\b': _text.Append("\\b"); break;
            case '\f': _text.Append("\\f"); break;
            case < ' ' or > '~':
                _text.Append("\\u")
                .Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
            default: _text.Append(c); break;
        }
    }
}
