using System.Globalization;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>Groups, flags inside a pattern, and what follows <c>(?</c>.</summary>
internal sealed partial class PatternTranslator
{
    private const string FlagLetters = "aiLmsux";

    private (int Number, int Position)? _condition;

    /// <summary>What a group is beside a group.</summary>
    private enum GroupKind
    {
        Plain,
        Ahead,
        Behind,
        Condition,
        SecondBranch,
    }

    private void Branch()
    {
        if (_open.TryPeek(out var group) && group.Kind is GroupKind.Condition or GroupKind.SecondBranch)
        {
            if (group.Kind == GroupKind.SecondBranch)
                throw Error("conditional backref with more than two branches", _at);
            _open.Push(_open.Pop() with { Kind = GroupKind.SecondBranch });
        }
        _result.Append('|');
        (_item, _repeated) = (-1, false);
        _at++;
        NextBranch();
    }

    private void Close()
    {
        if (!_open.TryPop(out var group)) throw Error("unbalanced parenthesis", _at);
        _result.Append(')');
        _flags = group.Flags;
        if (group.Number > 0) _closed.Add(group.Number);
        (_item, _repeated) = (group.Start, false);
        _at++;
        CloseWidth(group);
    }

    private void Begin(string opening, int length, int number = 0, GroupKind kind = GroupKind.Plain)
    {
        _open.Push(new OpenGroup(_result.Length, _at, number, _flags, kind));
        _result.Append(opening);
        (_item, _repeated) = (-1, false);
        _at += length;
        OpenWidth();
    }

    private void Open()
    {
        if (_at + 1 >= pattern.Length || pattern[_at + 1] != '?')
        {
            Begin(string.Create(CultureInfo.InvariantCulture, $"(?<{++_groups}>"), 1, _groups);
            return;
        }
        var rest = pattern.AsSpan(_at + 2);
        if (rest.Length == 0) throw Error("unexpected end of pattern", _at + 2);
        if (rest.StartsWith(":")) Begin("(?:", 3);
        else if (rest.StartsWith(">")) Begin("(?>", 3);
        else if (rest.StartsWith("=")) Begin("(?=", 3, kind: GroupKind.Ahead);
        else if (rest.StartsWith("!")) Begin("(?!", 3, kind: GroupKind.Ahead);
        else if (rest.StartsWith("<=")) Begin("(?<=", 4, kind: GroupKind.Behind);
        else if (rest.StartsWith("<!")) Begin("(?<!", 4, kind: GroupKind.Behind);
        else if (rest.StartsWith("P<")) Named();
        else if (rest.StartsWith("P=")) NamedReference();
        else if (rest.StartsWith("#")) Comment();
        else if (rest.StartsWith("(")) Condition();
        else if (rest[0] is 'P' or '<')
            throw rest.Length == 1
            ? Error("unexpected end of pattern", _at + 3)
            : Error($"unknown extension ?{rest[..2]}", _at + 1);
        else if (rest[0] != '-' && !FlagLetters.Contains(rest[0], StringComparison.Ordinal))
            throw Error($"unknown extension ?{rest[0]}", _at + 1);
        else InlineFlags();
    }

    private string Until(char end, int from, string what)
    {
        var close = pattern.IndexOf(end, from);
        if (close == from || from == pattern.Length) throw Error($"missing {what}", from);
        return close < 0 ? throw Error($"missing {end}, unterminated name", from) : pattern[from..close];
    }

    private void Named()
    {
        var name = Until('>', _at + 4, "group name");
        if (!Builtins.Methods.StrKinds.IsIdentifier(ctx, name))
            throw Error($"bad character in group name {StringText.Repr(name)}", _at + 4);
        _groups++;
        if (!_names.TryAdd(name, _groups))
            throw Error(
                $"redefinition of group name {StringText.Repr(name)} as group {_groups}; was group {_names[name]}", _at
                + 4);
        Begin(string.Create(CultureInfo.InvariantCulture, $"(?<{_groups}>"), 5 + name.Length, _groups);
    }

    private void NamedReference()
    {
        var name = Until(')', _at + 4, "group name");
        if (!Builtins.Methods.StrKinds.IsIdentifier(ctx, name))
            throw Error($"bad character in group name {StringText.Repr(name)}", _at + 4);
        if (!_names.TryGetValue(name, out var number))
            throw Error($"unknown group name {StringText.Repr(name)}", _at + 4);
        if (!_closed.Contains(number)) throw Error("cannot refer to an open group", _at + 4);
        BackReference(5 + name.Length, number);
    }

    private void Comment()
    {
        var end = pattern.IndexOf(')', _at);
        if (end < 0) throw Error("missing ), unterminated comment", _at);
        _at = end + 1;
    }

    private void Condition()
    {
        var name = Until(')', _at + 3, "group name");
        if (!_names.TryGetValue(name, out var number))
        {
            if (Builtins.Methods.StrKinds.IsIdentifier(ctx, name))
                throw Error($"unknown group name {StringText.Repr(name)}", _at + 3);
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out number))
                throw Error($"bad character in group name {StringText.Repr(name)}", _at + 3);
            if (number == 0) throw Error("bad group number", _at + 3);
            _condition ??= (number, _at + 3);
        }
        Begin(string.Create(CultureInfo.InvariantCulture, $"(?({number})"), 4 + name.Length, kind: GroupKind.Condition);
    }

    private void InlineFlags()
    {
        var start = _at;
        var at = _at + 2;
        var on = pattern[at] == '-' ? PatternFlags.None : FlagsOn(ref at);
        if (pattern[at] == ')')
        {
            if (start != 0) throw Error("global flags not at the start of the expression", start);
            _flags = _global |= on;
            _at = at + 1;
            if ((on & PatternFlags.IgnoreCase) != 0) _result.Append("(?i)");
            return;
        }
        var off = pattern[at] == '-' ? FlagsOff(ref at) : PatternFlags.None;
        if ((on & off) != 0) throw Error("bad inline flags: flag turned on and off", at);
        Begin($"(?{((on & PatternFlags.IgnoreCase) != 0 ? "i" : "")}{((off & PatternFlags.IgnoreCase) != 0 ? "-i" : "")}:", at + 1 - start);
        _flags = (_flags | on) & ~off;
        if ((on & PatternFlags.Unicode) != 0) _flags &= ~PatternFlags.Ascii;
    }

    // Stops at what ends the letters: ")", ":" or "-".
    private PatternFlags FlagsOn(ref int at)
    {
        var on = PatternFlags.None;
        while (true)
        {
            var letter = pattern[at++];
            if (letter == 'L') throw Error("bad inline flags: cannot use 'L' flag with a str pattern", at);
            on |= Flag(letter);
            if ((on & PatternFlags.Ascii) != 0 && (on & PatternFlags.Unicode) != 0)
                throw Error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at);
            if (at >= pattern.Length) throw Error("missing -, : or )", at);
            if (pattern[at] is ')' or ':' or '-') return on;
            if (!FlagLetters.Contains(pattern[at], StringComparison.Ordinal))
                throw Error(char.IsLetter(pattern[at]) ? "unknown flag" : "missing -, : or )", at);
        }
    }

    private PatternFlags FlagsOff(ref int at)
    {
        var off = PatternFlags.None;
        if (++at >= pattern.Length) throw Error("missing flag", at);
        if (!FlagLetters.Contains(pattern[at], StringComparison.Ordinal))
            throw Error(char.IsLetter(pattern[at]) ? "unknown flag" : "missing flag", at);
        while (true)
        {
            var letter = pattern[at++];
            if (letter is 'a' or 'u' or 'L')
                throw Error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at);
            off |= Flag(letter);
            if (at >= pattern.Length) throw Error("missing :", at);
            if (pattern[at] == ':') return off;
            if (!FlagLetters.Contains(pattern[at], StringComparison.Ordinal))
                throw Error(char.IsLetter(pattern[at]) ? "unknown flag" : "missing :", at);
        }
    }

    private static PatternFlags Flag(char letter) => letter switch
    {
        'i' => PatternFlags.IgnoreCase,
        'm' => PatternFlags.Multiline,
        's' => PatternFlags.DotAll,
        'x' => PatternFlags.Verbose,
        'a' => PatternFlags.Ascii,
        _ => PatternFlags.Unicode,
    };
}
