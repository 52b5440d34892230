using System.Globalization;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Json;

/// <summary>The functions that <c>json.loads</c> may be given; unbound where it was not.</summary>
internal sealed record JsonHooks(PyValue Object, PyValue Float, PyValue Int, PyValue Constant, PyValue Pairs)
{
    /// <summary>False allows control characters in strings.</summary>
    internal bool IsStrict { get; init; } = true;
}

/// <summary>Reads JSON text with the errors of CPython's decoder.</summary>
internal sealed class JsonReader(RunContext ctx, PyValue source, JsonHooks hooks)
{
    private readonly string _text = source.Text;
    private int _at;

    internal PyValue Read()
    {
        if (_text.StartsWith('\ufeff')) throw Error("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0);
        SkipBlanks();
        var value = Value();
        SkipBlanks();
        return _at == _text.Length ? value : throw Error("Extra data", _at);
    }

    /// <summary>One value from a place on, and where it ends.</summary>
    internal (PyValue Value, int End) ReadFrom(int start)
    {
        _at = start;
        var value = Value();
        return (value, _at);
    }

    private PyValue Value()
    {
        ctx.Step();
        if (_at >= _text.Length) throw Error("Expecting value", _at);
        switch (_text[_at])
        {
            case '"':
                _at++;
                return ctx.Text(Text());
            case '{': return Nested(Object);
            case '[': return Nested(Array);
            case 'n' when Take("null"): return PyValue.None;
            case 't' when Take("true"): return PyValue.True;
            case 'f' when Take("false"): return PyValue.False;
            case 'N' when Take("NaN"): return Constant("NaN", double.NaN);
            case 'I' when Take("Infinity"): return Constant("Infinity", double.PositiveInfinity);
            case '-' when Take("-Infinity"): return Constant("-Infinity", double.NegativeInfinity);
            default: return Number();
        }
    }

    private PyValue Nested(Func<PyValue> read)
    {
        ctx.Enter();
        _at++;
        var value = read();
        ctx.Leave();
        return value;
    }

    private PyValue Object()
    {
        var dict = ctx.NewDict();
        var pairs = hooks.Pairs.IsUnbound ? null : new PyList();
        SkipBlanks();
        if (!TakeUnit('}'))
        {
            while (true)
            {
                if (!TakeUnit('"')) throw Error("Expecting property name enclosed in double quotes", _at);
                var key = ctx.Text(Text());
                SkipBlanks();
                if (!TakeUnit(':')) throw Error("Expecting ':' delimiter", _at);
                SkipBlanks();
                var value = Value();
                if (pairs is null) dict.Set(ctx, key, value);
                else pairs.Add(ctx, ctx.NewTuple([key, value]));
                SkipBlanks();
                if (TakeUnit('}')) break;
                if (!TakeUnit(',')) throw Error("Expecting ',' delimiter", _at);
                SkipBlanks();
            }
        }
        if (pairs is not null) return ctx.Call(hooks.Pairs, [PyValue.Of(pairs)]);
        return hooks.Object.IsUnbound ? PyValue.Of(dict) : ctx.Call(hooks.Object, [PyValue.Of(dict)]);
    }

    private PyValue Array()
    {
        var list = new PyList();
        SkipBlanks();
        if (TakeUnit(']')) return ctx.New(list, 56);
        while (true)
        {
            list.Add(ctx, Value());
            SkipBlanks();
            if (TakeUnit(']')) return ctx.New(list, 56);
            if (!TakeUnit(',')) throw Error("Expecting ',' delimiter", _at);
            SkipBlanks();
        }
    }

    private string Text()
    {
        var begin = _at - 1;
        var result = (MeteredText?)null;
        while (true)
        {
            var start = _at;
            while (_at < _text.Length && _text[_at] is not ('"' or '\\') && (_text[_at] >= ' ' || !hooks.IsStrict))
                _at++;
            ctx.Tick((_at - start) >> 6);
            if (_at >= _text.Length) throw Error("Unterminated string starting at", begin);
            if (_text[_at] < ' ') throw Error("Invalid control character at", _at);
            var part = _text.AsSpan(start, _at - start);
            if (_text[_at++] == '"') return result is null ? part.ToString() : result.Append(part).ToString();
            ctx.Step();
            result ??= new MeteredText(ctx);
            result.Append(part).Append(Escape(begin));
        }
    }

    private char Escape(int begin)
    {
        if (_at >= _text.Length) throw Error("Unterminated string starting at", begin);
        var unit = _text[_at++];
        switch (unit)
        {
            case '"' or '\\' or '/': return unit;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                var digits = _text.AsSpan(_at, Math.Min(4, _text.Length - _at));
                if (digits.Length < 4
                    || !ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                    out var code))
                    throw Error("Invalid \\uXXXX escape", _at - 1);
                _at += 4;
                return (char)code;
            default: throw Error("Invalid \\escape", _at - 2);
        }
    }

    private PyValue Number()
    {
        var start = _at;
        TakeUnit('-');
        if (!TakeUnit('0') && !TakeDigits())
        {
            _at = start;
            throw Error("Expecting value", _at);
        }
        var end = _at;
        if (TakeUnit('.')) end = TakeDigits() ? _at : end;
        _at = end;
        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            _at++;
            if (_at < _text.Length && _text[_at] is '+' or '-') _at++;
            end = TakeDigits() ? _at : end;
        }
        _at = end;
        var digits = _text[start..end];
        if (digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return hooks.Int.IsUnbound
                ? NumberParsing.ParseInt(ctx, digits, 10)
                : ctx.Call(hooks.Int, [ctx.Text(digits)]);
        return hooks.Float.IsUnbound
            ? PyValue.Float(NumberParsing.ParseFloat(ctx, digits) ?? 0)
            : ctx.Call(hooks.Float, [ctx.Text(digits)]);
    }

    private PyValue Constant(string name, double value) =>
        hooks.Constant.IsUnbound ? PyValue.Float(value) : ctx.Call(hooks.Constant, [PyValue.Str(name)]);

    private bool Take(string word)
    {
        if (!_text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal)) return false;
        _at += word.Length;
        return true;
    }

    private bool TakeUnit(char unit)
    {
        if (_at >= _text.Length || _text[_at] != unit) return false;
        _at++;
        return true;
    }

    private bool TakeDigits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        return _at > start;
    }

    private void SkipBlanks()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t') _at++;
        ctx.Tick((_at - start) >> 6);
    }

    private PyRaise Error(string message, int offset)
    {
        var error = Describe(ctx, (message, source), offset);
        return ctx.Raise(error);
    }

    /// <summary>A <c>JSONDecodeError</c> for a place in a text, in UTF-16 units.</summary>
    internal static PyException Describe(RunContext ctx, (string Message, PyValue Source) what, int offset)
    {
        var before = what.Source.Text.AsSpan(0, offset);
        var line = before.Count('\n') + 1;
        var lineStart = before.LastIndexOf('\n') + 1;
        var position = CodePoints.Index(what.Source, offset);
        var column = position - CodePoints.Index(what.Source, lineStart) + 1;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{what.Message}: line {line} column {column} (char {position})");
        var error = new PyException(JsonModule.DecodeError, [ctx.Text(text)]);
        error.SetOwn(ctx, "msg", PyValue.Str(what.Message));
        error.SetOwn(ctx, "doc", what.Source);
        error.SetOwn(ctx, "pos", PyValue.Int(position));
        error.SetOwn(ctx, "lineno", PyValue.Int(line));
        error.SetOwn(ctx, "colno", PyValue.Int(column));
        return error;
    }
}
