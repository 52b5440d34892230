using System.Globalization;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Natives;

/// <summary>
/// The parameters of a built-in function, from text such as <c>iterable, /, *, key=None, reverse=False</c>.
/// </summary>
/// <remarks>
/// Defaults are <c>None</c>, <c>True</c>, <c>False</c>, an int, a text in single quotes, or <c>?</c> for "absent".
/// </remarks>
internal sealed class Signature
{
    private readonly List<Parameter> _parameters = [];
    private int _positionalOnly;
    private int _positional;
    private int _required;
    private int _rest = -1;
    private int _keywords = -1;

    private Signature()
    {
    }

    /// <summary>Number of values that the native code receives.</summary>
    internal int Count => _parameters.Count;

    /// <summary>
    /// Number of positional arguments that can be passed through unchanged; -1 when there is always work.
    /// </summary>
    internal int FixedCount { get; private set; } = -1;

    internal static Signature Parse(string text)
    {
        var signature = new Signature();
        var keywordOnly = false;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "/") signature._positionalOnly = signature.Count;
            else if (part == "*") keywordOnly = true;
            else if (part.StartsWith("**", StringComparison.Ordinal))
                signature._keywords = signature.AddParameter(part[2..], null);
            else if (part[0] == '*')
            {
                signature._rest = signature.AddParameter(part[1..], null);
                keywordOnly = true;
            }
            else
            {
                var equals = part.IndexOf('=');
                signature.AddParameter(equals < 0 ? part : part[..equals], equals < 0 ? null : part[(equals + 1)..]);
                if (!keywordOnly) signature._positional = signature.Count;
            }
        }
        if (signature._positional == signature.Count) signature.FixedCount = signature.Count;
        return signature;
    }

    /// <summary>Positional arguments with defaults behind them; false where there is more to do, or an error.</summary>
    internal bool TryBindPositional(Arguments arguments, Span<PyValue> bound)
    {
        var given = arguments.Values.Length;
        if (arguments.Keywords is not null || given > _positional || given < _required || _rest >= 0 || _keywords >= 0)
            return false;
        arguments.Values.CopyTo(bound);
        for (var i = given; i < bound.Length; i++) bound[i] = _parameters[i].Default;
        return true;
    }

    internal void Bind(RunContext ctx, SignatureOwner owner, Arguments arguments, Span<PyValue> bound)
    {
        var given = arguments.PositionalCount;
        arguments.Positional[..Math.Min(given, _positional)].CopyTo(bound);
        if (_rest >= 0)
            bound[_rest] = ctx.NewTuple(given > _positional ? arguments.Positional[_positional..].ToArray() : []);
        else if (given > _positional) throw TooMany(ctx, owner, given);
        var extra = _keywords >= 0 ? new PyDict() : null;
        if (extra is not null) bound[_keywords] = PyValue.Of(extra);
        for (var i = 0; i < (arguments.Keywords?.Length ?? 0); i++)
            BindKeyword(ctx, owner, arguments.Keywords![i], arguments.KeywordValue(i), bound, extra);
        for (var i = 0; i < bound.Length; i++)
        {
            if (!bound[i].IsUnbound) continue;
            if (_parameters[i].IsRequired && i != _rest && i != _keywords)
                throw owner.IsPython ? MissingSome(ctx, owner, bound, i) : Missing(ctx, owner, i, given);
            bound[i] = _parameters[i].Default;
        }
    }

    private void BindKeyword(RunContext ctx, SignatureOwner owner, string name, PyValue value, Span<PyValue> bound,
        PyDict? extra)
    {
        for (var i = _positionalOnly; i < Count; i++)
        {
            if (_parameters[i].Name != name || i == _rest || i == _keywords) continue;
            if (!bound[i].IsUnbound && owner.IsPython) throw PythonStyle.Twice(ctx, owner, name);
            if (!bound[i].IsUnbound)
                throw ctx.TypeError($"argument for {owner.Name}() given by name ('{name}') and position ({i + 1})");
            bound[i] = value;
            return;
        }
        if (extra is null)
        {
            if (owner.IsPython) throw PythonStyle.Unexpected(ctx, owner, name);
            throw ctx.TypeError(_positionalOnly == Count
                ? $"{owner.FullName}() takes no keyword arguments"
                : $"{(owner.IsUnnamed ? "this function" : owner.Called)} got an unexpected keyword argument '{name}'");
        }
        extra.SetText(name, value);
    }

    // CPython's parser of keyword arguments has other words than the one of positional arguments.
    private bool HasKeywordParser(SignatureOwner owner) =>
        _rest < 0 && _keywords < 0 && _positionalOnly < Count && !owner.IsPython && owner.Name != "sorted";

    private PyRaise TooMany(RunContext ctx, SignatureOwner owner, int given)
    {
        var self = owner.IsMethod ? 1 : 0;
        if (HasKeywordParser(owner)) return TooManyForKeywords(ctx, owner, given - self, self);
        var least = 0;
        for (var i = self; i < _positional; i++) least += _parameters[i].IsRequired ? 1 : 0;
        if (owner.IsPython) return PythonStyle.TooMany(ctx, owner, (least + self, _positional, given));
        var most = _positional - self;
        if (most == 0) return ctx.TypeError($"{owner.FullName}() takes no arguments ({given - self} given)");
        if (least == most && most == 1 && FixedCount >= 0 && !owner.IsClass)
            return ctx.TypeError($"{owner.FullName}() takes exactly one argument ({given - self} given)");
        var bound = least == most ? "" : "at most ";
        return ctx.TypeError(
            $"{owner.Name} expected {bound}{most} argument{(most == 1 ? "" : "s")}, got {given - self}");
    }

    private PyRaise MissingSome(RunContext ctx, SignatureOwner owner, Span<PyValue> bound, int first)
    {
        var names = new List<string>();
        for (var i = first; i < (first < _positional ? _positional : bound.Length); i++)
        {
            if (bound[i].IsUnbound && _parameters[i].IsRequired && i != _rest && i != _keywords)
                names.Add(_parameters[i].Name);
        }
        return PythonStyle.Missing(ctx, owner, names, first >= _positional);
    }

    private PyRaise TooManyForKeywords(RunContext ctx, SignatureOwner owner, int given, int self)
    {
        var least = _parameters.Skip(self).Count(p => p.IsRequired);
        var all = Count - self;
        var most = _positional - self;
        if (given > all)
            return ctx.TypeError(
                $"{owner.Called} takes {(least < all || owner.IsUnnamed ? "at most" : "exactly")} {all} "
                + $"argument{(all == 1 ? "" : "s")} ({given} given)");
        if (most == 0) return ctx.TypeError($"{owner.Name}() takes no positional arguments");
        return ctx.TypeError(
            $"{owner.Name}() takes {(least < most ? "at most" : "exactly")} {most} positional "
            + $"argument{(most == 1 ? "" : "s")} ({given} given)");
    }

    private PyRaise Missing(RunContext ctx, SignatureOwner owner, int index, int given)
    {
        var self = owner.IsMethod ? 1 : 0;
        var most = _positional - self;
        if (HasKeywordParser(owner) && index < _positionalOnly)
        {
            var needed = _parameters.Skip(self).Take(_positionalOnly - self).Count(p => p.IsRequired);
            return ctx.TypeError(
                $"{owner.Name}() takes {(needed < most ? "at least" : "exactly")} {needed} positional "
                + $"argument{(needed == 1 ? "" : "s")} ({given - self} given)");
        }
        if (index >= _positionalOnly)
            return ctx.TypeError(
                $"{owner.Called} missing required argument '{_parameters[index].Name}' (pos {index - self + 1})");
        if (most == 1 && _parameters[_positional - 1].IsRequired && FixedCount >= 0 && !owner.IsClass)
            return ctx.TypeError($"{owner.FullName}() takes exactly one argument ({given - self} given)");
        var least = 0;
        for (var i = self; i < _positional; i++) least += _parameters[i].IsRequired ? 1 : 0;
        var bound = least == most ? "" : "at least ";
        return ctx.TypeError(
            $"{owner.Name} expected {bound}{least} argument{(least == 1 ? "" : "s")}, got {given - self}");
    }

    private int AddParameter(string name, string? @default)
    {
        PyValue value = @default switch
        {
            null or "?" => default,
            "None" => PyValue.None,
            "True" => PyValue.True,
            "False" => PyValue.False,
            ['\'', .. var text, '\''] => PyValue.Str(text.Replace("\\n", "\n", StringComparison.Ordinal)),
            _ => PyValue.Int(long.Parse(@default, CultureInfo.InvariantCulture)),
        };
        _parameters.Add(new Parameter(name, value, @default is null));
        if (@default is null) _required = Count;
        return Count - 1;
    }

    private sealed class Parameter(string name, PyValue @default, bool isRequired)
    {
        internal string Name { get; } = name;

        internal PyValue Default { get; } = @default;

        internal bool IsRequired { get; } = isRequired;
    }
}
