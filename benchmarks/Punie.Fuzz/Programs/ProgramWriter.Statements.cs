namespace Punie.Fuzz.Programs;

/// <content>Statements.</content>
internal sealed partial class ProgramWriter
{
    private void Statement(int depth)
    {
        _statements--;
        if (depth <= 0)
        {
            Simple();
            return;
        }
        switch (_random.Next(22))
        {
            case 0: For(depth); break;
            case 1: While(depth); break;
            case 2: If(depth); break;
            case 3: Try(depth); break;
            case 4: With(depth); break;
            case 5 or 6: Function(depth); break;
            case 7: Class(depth); break;
            case 8: Match(depth); break;
            case 9: Coroutine(depth); break;
            case 10: Generator(depth); break;
            case 11: Data(); break;
            default: Simple(); break;
        }
    }

    private void Simple()
    {
        switch (_random.Next(18))
        {
            case 0: Line($"{Target()}, *{Target()} = {Expression(Kind.List, 2)}"); break;
            case 1: Line($"{Name()} {Pick(Arithmetic)}= {Expression(Kind.Any, 2)}"); break;
            case 2: Line($"{Name()}[{Index(2)}] = {Expression(Kind.Any, 2)}"); break;
            case 3: Line($"del {Name()}{(Chance(2) ? $"[{Index(1)}]" : "")}"); break;
            case 4: Line($"assert {Expression(Kind.Bool, 2)}, {Expression(Kind.Any, 1)}"); break;
            case 5:
                Line(Chance(3)
                ? "raise"
                : $"raise {Pick(["ValueError", "KeyError", "StopIteration", "RuntimeError", "BaseException", "ExceptionGroup('g', [ValueError(1)])", Name()])}{(Chance(3) ? $" from {Name()}" : "")}"); break;
            case 6 when _place.HasFlag(Place.Function): Line($"return {Expression(Kind.Any, 2)}"); break;
            case 7 when _place.HasFlag(Place.Loop): Line(Pick(["break", "continue"])); break;
            case 8:
                Line(
                    $"{Name()}.{Pick(["x", "y", "name", "__class__", "__dict__"])} = {Expression(Kind.Any, 2)}"); break;
            case 9:
                Line(
                    $"{Target()}: {Pick(["int", "list[str]", "'Forward'", "dict[str, int] | None"])} = {Expression(Kind.Any, 2)}"); break;
            case 10: Line(Import()); break;
            case 11: Line($"{Target()} = {Target()} = {Expression(Kind.Any, 3)}"); break;
            case 13: Line($"{Name()}.append({Expression(Kind.Any, 2)})"); break;
            case 14 or 15: Line($"print({Arguments(3)})"); break;
            default: Line($"{Target()} = {Expression(Kind.Any, 3)}"); break;
        }
    }

    private string Import()
    {
        var (module, members) = Pick(_vocabulary.Modules);
        return _random.Next(4) switch
        {
            0 => $"import {module} as {Target()}",
            1 => $"from {module} import {Pick(members)} as {Target()}",
            2 when _place == Place.Module => $"from {module} import *",
            _ => $"import {Pick(["os", "sys", "subprocess", "nothing", module])}",
        };
    }

    private void For(int depth)
    {
        Line($"for {(Chance(4) ? $"({Target()}, {Target()})" : Target())} in {Expression(Chance(2) ? Kind.Iterator : Kind.List, 2)}:");
        Suite(depth, _place | Place.Loop);
        if (!Chance(5)) return;
        Line("else:");
        Suite(depth, _place);
    }

    private void While(int depth)
    {
        var counter = $"n{_counter++}";
        Line($"{counter} = 0");
        Line(Chance(8)
            ? $"while {Expression(Kind.Bool, 2)}:"
            : $"while ({counter} := {counter} + 1) < {_random.Next(2, 30)}:");
        Suite(depth, _place | Place.Loop);
    }

    private void If(int depth)
    {
        Line($"if {Expression(Kind.Bool, 2)}:");
        Suite(depth, _place);
        if (Chance(2))
        {
            Line($"elif {Expression(Kind.Any, 2)}:");
            Suite(depth, _place);
        }
        Line("else:");
        Suite(depth, _place);
    }

    private void Try(int depth)
    {
        Line("try:");
        Suite(depth, _place);
        var isGroup = Chance(8);
        if (!Chance(6))
        {
            Line($"except{(isGroup ? "*" : "")} ({Pick(["ValueError", "TypeError", "Exception", "KeyError", "LookupError"])}, ArithmeticError) as {Target()}:");
            Suite(depth, isGroup ? _place & ~(Place.Loop | Place.Function) : _place);
            if (!isGroup && Chance(3))
            {
                Line("except:");
                Suite(depth, _place);
            }
            if (Chance(4))
            {
                Line("else:");
                Suite(depth, _place);
            }
            if (!Chance(3)) return;
        }
        Line("finally:");
        Suite(depth, _place);
    }

    private void With(int depth)
    {
        var name = $"M{_counter++}";
        Line($"class {name}:");
        Block(() =>
        {
            Line($"def __enter__(self): return {Expression(Kind.Any, 1)}");
            Line($"def __exit__(self, *a): return {Expression(Kind.Bool, 1)}");
        });
        Line($"with {name}() as {Target()}, {(Chance(3) ? "__import__('contextlib').suppress(Exception)" : name + "()")}:");
        Suite(depth, _place);
    }

    private void Match(int depth)
    {
        Line($"match {Expression(Kind.Any, 2)}:");
        Block(() =>
        {
            for (var i = _random.Next(1, 4); i > 0; i--)
            {
                Line($"case {Pattern(2)}{(Chance(4) ? $" if {Expression(Kind.Bool, 1)}" : "")}:");
                Suite(depth, _place);
            }
            Line("case _:");
            Suite(depth, _place);
        });
    }

    private string Pattern(int depth) => _random.Next(depth > 0 ? 9 : 4) switch
    {
        0 => Pick(["1", "-2.5", "'text'", "None", "True", "b'x'", "1+2j"]),
        1 => $"{Pick(["int", "str", "list", "float"])}()",
        2 => Pick(["{}", "[]", "(1, 2)", "math.pi"]),
        3 => $"{Pick(["int", "str", "dict"])}(x{_counter++})",
        4 => $"[{Pattern(depth - 1)}, *_]",
        5 => $"[{Pattern(depth - 1)}, {Pattern(depth - 1)}]",
        6 => $"{{'k': {Pattern(depth - 1)}, **r{_counter++}}}",
        7 => $"({Pick(["1", "'a'", "None"])} | {Pick(["2", "'b'", "False"])}) as p{_counter++}",
        _ => _classes.Count > 0 ? $"{Pick(_classes)}(x={Pattern(depth - 1)})" : "[1, 2] | [3]",
    };
}
