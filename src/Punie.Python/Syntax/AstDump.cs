using System.Globalization;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax;

/// <summary>Writes a tree as JSON with the class names, field names and positions of CPython's <c>ast</c>.</summary>
/// <remarks>A node is <c>{"_":"Name","at":[line, column, end line, end column],"id":"x","ctx":"Load"}</c>; columns are
/// UTF-8 bytes from 0. A constant is a pair of type and text: integers in hexadecimal, floats as their 64 bits.
/// Not covered: <c>type_comment</c> and <c>type_ignores</c>. Walks recursively: parse within bounds first.</remarks>
public sealed partial class AstDump
{
    private readonly SourceText _source;
    private readonly JsonText _json = new();
    private readonly bool _hasStringPositions;
    private int _stringDepth;

    private AstDump(SourceText source, bool hasStringPositions) =>
        (_source, _hasStringPositions) = (source, hasStringPositions);

    /// <summary>The tree of a parse.</summary>
    public static string ToJson(ParseResult result) => ToJson(result.Module, result.Source, hasStringPositions: true);

    /// <summary>A tree; without the positions inside f-strings when it is compared with CPython before 3.12.</summary>
    internal static string ToJson(Node node, SourceText source, bool hasStringPositions)
    {
        var dump = new AstDump(source, hasStringPositions);
        dump.Write(node);
        return dump._json.ToString();
    }

    private void Write(Node? node)
    {
        switch (node)
        {
            case null: _json.Null(); break;
            case IfStatement statement: WriteIf(statement); break;
            case Statement statement: WriteStatement(statement); break;
            case Expression expression: WriteExpression(expression); break;
            case Pattern pattern: WritePattern(pattern); break;
            default: WriteOther(node); break;
        }
    }

    private void Open(string kind, TextSpan span)
    {
        OpenWithoutPosition(kind);
        if (_stringDepth > 0 && !_hasStringPositions) return;
        _json.Name("at").OpenArray();
        WriteOffset(span.Start);
        WriteOffset(span.End);
        _json.CloseArray();
    }

    private void OpenWithoutPosition(string kind) => _json.OpenObject().Name("_").Text(kind);

    private void WriteOffset(int offset) => _json.Number(_source.LineOf(offset)).Number(_source.Utf8Column(offset));

    private AstDump Field(string name, Node? value)
    {
        _json.Name(name);
        Write(value);
        return this;
    }

    private AstDump Field(string name, IReadOnlyList<Node?> values)
    {
        _json.Name(name).OpenArray();
        foreach (var value in values) Write(value);
        _json.CloseArray();
        return this;
    }

    private AstDump Text(string name, string? value)
    {
        _json.Name(name);
        if (value is null) _json.Null();
        else _json.Text(value);
        return this;
    }

    private AstDump Texts(string name, IEnumerable<string> values)
    {
        _json.Name(name).OpenArray();
        foreach (var value in values) _json.Text(value);
        _json.CloseArray();
        return this;
    }

    private AstDump Number(string name, int value)
    {
        _json.Name(name).Number(value);
        return this;
    }

    private void WriteLiteral(string name, Literal literal)
    {
        _json.Name(name).OpenArray();
        var (type, text) = literal switch
        {
            Literal.None => ("None", ""),
            Literal.Ellipsis => ("Ellipsis", ""),
            Literal.Bool value => ("bool", value.Value ? "True" : "False"),
            Literal.Int value => ("int", ToHex(value.Value)),
            Literal.Float value => ("float", ToBits(value.Value)),
            Literal.Imaginary value => ("complex", ToBits(value.Value)),
            Literal.Str value => ("str", value.Value),
            Literal.Bytes value => ("bytes", Convert.ToHexStringLower(value.Value.Span)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        _json.Text(type).Text(text);
        _json.CloseArray();
    }

    private static string ToHex(System.Numerics.BigInteger value)
    {
        var digits = value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static string ToBits(double value) =>
        BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture);
}
