using System.Text;

namespace Punie.Fuzz.Programs;

/// <summary>
/// Writes one random program: mostly sensible types, so that it gets far, with everything of the language in it.
/// </summary>
internal sealed partial class ProgramWriter
{
    private readonly Random _random;
    private readonly Vocabulary _vocabulary;
    private readonly StringBuilder _text = new();
    private readonly SortedSet<string> _modules = new(StringComparer.Ordinal);
    private readonly List<string> _names = ["a", "b", "c", "d"];
    private readonly List<string> _functions = ["add", "echo"];
    private readonly List<string> _classes = [];
    private int _indent;
    private int _statements;
    private int _counter;
    private Place _place;

    private ProgramWriter(Random random, Vocabulary vocabulary)
    {
        _random = random;
        _vocabulary = vocabulary;
        _statements = random.Next(4, 28);
    }

    [Flags]
    private enum Place
    {
        Module = 0,
        Function = 1,
        Async = 2,
        Loop = 4,
        Class = 8,
    }

    internal static string Write(Random random, Vocabulary vocabulary) =>
        new ProgramWriter(random, vocabulary).Program();

    private string Program()
    {
        Line("import asyncio, re, json, math, random, itertools, functools, collections, datetime, dataclasses, enum, copy, typing, string, statistics, operator");
        Line("from dataclasses import dataclass, field");
        Line("a, b, c, d = 1, 'text', [3, 1, 2], {'k': 1.5}");
        while (_statements > 0) TopLevel();
        if (Chance(2)) Line($"print({Expression(Kind.Any, 3)})");
        return string.Concat(_modules.Select(m => $"import {m}\n")) + _text;
    }

    // What fails is caught, so that the rest runs.
    private void TopLevel()
    {
        if (Chance(4))
        {
            Statement(3);
            return;
        }
        Line("try:");
        Block(() => Statement(3));
        Line(Chance(12) ? "except* Exception as e:" : "except Exception as e:");
        Block(() => Line("print(type(e).__name__, str(e)[:80])"));
    }

    private void Line(string text) => _text.Append(' ', _indent * 4).Append(text).Append('\n');

    private void Block(Action body)
    {
        _indent++;
        body();
        _indent--;
    }

    private void Suite(int depth, Place place)
    {
        var outer = _place;
        _place = place;
        Block(() =>
        {
            for (var i = _random.Next(1, 4); i > 0; i--) Statement(depth - 1);
        });
        _place = outer;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private string Name() => Pick(_names);

    private string Target()
    {
        if (_names.Count < 12 && Chance(4)) _names.Add($"v{_counter++}");
        return Name();
    }

    private string Many(Func<string> part, int atMost) =>
        string.Join(", ", Enumerable.Range(0, _random.Next(atMost + 1)).Select(_ => part()));
}
