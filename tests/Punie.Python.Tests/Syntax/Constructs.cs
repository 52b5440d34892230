namespace Punie.Python.Tests.Syntax;

/// <summary>Small programs that together hold every construct of the grammar up to Python 3.13.</summary>
internal static class Constructs
{
    public static readonly string[] All =
    [
        """
        x = 1; y = 2;
        a = b = c = 3
        a, b = 1, 2
        a, *b = c
        *a, = c
        [a, (b, *c)] = d
        (a) = 1
        a.b = c[d] = e()[0].f = 1
        a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1; a **= 1
        (a) += 1
        a.b += yield_
        x: int
        x: int = 1
        (x): int = 2
        a.b: int
        a[0]: list[int] = 1, 2
        x: tuple = *a, 1
        del a, b.c, d[0], (e, f), [g]
        del (a)
        pass
        assert x
        assert x, "message"
        raise
        raise E
        raise E from None

        """,
        """
        import a
        import a.b.c
        import a as b, c.d as e
        from a import b
        from a.b import c as d, e
        from . import a
        from .. import b
        from ... import c
        from .... import d
        from .a import (b, c as d,)
        from .....a.b import c
        from a import *

        """,
        """
        x = 0, 00, 1_000, 0xFF, 0X_ff, 0o17, 0B1_0, 123456789012345678901234567890
        x = 1., .5, 1.5, 1e10, 1E-5, 1_0.0_1e+1_0, 0e0, 1e400, 5e-324, 0777.5, 09e1
        x = 1j, 1.5J, .5j, 1e3j, 077j
        x = None, True, False, ..., Ellipsis
        x = 1if a else 2
        """,
        """
        x = 'a', "b", '''c''', \"\"\"d
        e\"\"\", u'f', U'g', r'\n', R"\\", b'h', B'\x00\377', rb'\x', bR'\d', Rb'x'
        x = '\a\b\f\n\r\t\v\\\'\"\0\12\123\x41\u00e9\U0001F600\N{BULLET}\q\
        '
        x = 'a' "b" r'\c' u'd'
        x = b'a' rb'\b'
        x = ('a'
             'b'  # comment

             'c')
        x = u'a' 'b'
        x = 'a' u'b'
        x = '\400\777'
        x = 'é' '€' '😀', é, naïve, ﬁ, 变量

        """.Replace("\\\"\\\"\\\"", "\"\"\"", StringComparison.Ordinal),
        """
        x = a + b - c * d / e // f % g @ h
        x = a ** b ** -c
        x = -a ** b
        x = (-a) ** +~b
        x = a << b >> c & d ^ e | f
        x = a or b and c or not d
        x = not not a
        x = a < b <= c > d >= e == f != g
        x = a is b is not c in d not in e
        x = not a in b
        x = a if b else c if d else e
        x = (a if b else c) if d else e
        x = a if (b if c else d) else e
        x = lambda: 1
        x = lambda a, /, b=1, *c, d, e=2, **f: (a, b)
        x = lambda *, a: a
        x = lambda *a: lambda **b: a
        x = (y := 1)
        x = [y := 1, z := 2]
        x = {y := 1}
        f(y := 1, z=(w := 2))
        x[y := 1]
        x[y := 1, z := 2]
        x = ((a))
        x = (a,)
        x = ()
        x = (a, b)
        x = a,
        x = (yield_)
        x = *a, *b
        x = (*a, b)
        x = [*a, *b, c]
        x = {*a, b}
        x = {**a, 'b': c, **d}
        x = {}
        x = {a: b, c: d,}
        x = {a, b,}
        x = [a, b,]
        x = []

        """,
        """
        f()
        f(a, *b, c, *d, e=1, **g, h=2, **i)
        f(a,)
        f(x for x in y)
        f((x for x in y), 1)
        f(a)(b)(c).d.e[f](g)
        x[0], x[1:2], x[1:2:3], x[:], x[::], x[:1], x[1:], x[::1], x[:, 1], x[1:2, ::3], x[a,], x[*a], x[*a, b]
        x[a, *b]
        x[lambda: 1]
        x[a if b else c:d]
        x[()], x[(a, b)]
        a . b . c
        print(x, file=y)
        x = a.b.c(d).e
        "a".b, 1 .c, 1.5.d, [].e, {}.f, ().g

        """,
        """
        x = [a for b in c]
        x = [a for b in c if d if e for f in g if h]
        x = {a for b, c in d}
        x = {a: b for c, *d in e}
        x = (a for b.c in d)
        x = [a for b[0] in d]
        x = [a for (b, c) in d]
        x = [a for b, in c]
        x = [lambda: a for b in c]
        x = [a if b else c for d in (e if f else g)]
        x = [(a, b) for c in d]
        x = [[a for b in c] for d in e]
        """,
        """
        if a: pass
        if a: pass; x
        if a:
            b
        elif c:
            d
        elif e: f
        else:
            g
        if (a := b): c
        if a := b: c
        while a: break
        while a:
            continue
        else:
            pass
        for a in b: pass
        for a, b in c, d:
            pass
        else:
            e
        for a, in b: pass
        for (a, b), [c, *d] in e: pass
        for a.b in c: pass
        for a[0] in *b, c: pass
        for x in lambda: 1, 2: pass

        """,
        """
        try:
            a
        except:
            b
        try:
            a
        except A:
            b
        except (B, C) as d:
            e
        except D.E as f: g
        else:
            h
        finally:
            i
        try: a
        finally: b
        try:
            a
        except* A:
            b
        except* (B, C) as d:
            for x in y:
                break

        """,
        """
        with a: b
        with a as b: c
        with a, b as c, d: e
        with (a): b
        with (a, b): c
        with (a, b) as c: d
        with (a as b): c
        with (a as b, c as d,): e
        with (a, b as c, d): e
        with (a).b as c: d
        with (a), (b): c
        with (a) as b, (c): d
        with (a, b)[0]: c
        with a as (b, c): d
        with a as [b, *c], d as e.f, g as h[0]: i
        with (a if b else c): d
        with (a := b): c
        with (yield_): c
        with (x for x in y) as z: pass
        with (open(a) as b,
              open(c) as d):
            e
        with (a, *b): c
        with (a and b), c: d

        """,
        """
        def f(): pass
        def f(a): pass
        def f(a, b=1, /, c=2, *d, e, f=3, **g): pass
        def f(a, /): pass
        def f(a, /, *, b): pass
        def f(*, a, b=1): pass
        def f(*a, **b): pass
        def f(a: int, *b: int, c: int = 1, **d: int) -> int: pass
        def f(*a: *b): pass
        def f(a,): pass
        def f(a, *b,): pass
        def f(
            a,  # comment
            b,
        ): return a, *b
        def f():
            return
        def f():
            '''docstring'''
            yield
            yield a
            yield a, b
            yield *a, b
            x = yield
            x = yield a
            x += yield a
            yield from a
            x = yield from a
            (yield)
            f((yield a))
            await_ = 1
            global g, h
        def f():
            x = 1
            def g():
                nonlocal x
        @a
        @b.c
        @d(e)
        @f[0]
        @(lambda g: g)
        @(h := i)
        def f(): pass
        async def f():
            await a
            await a.b(c)[d]
            x = await a ** 2
            -await a
            async for b in c: pass
            else: pass
            async with a as b, c: pass
            async with (a as b, c): pass
            [x async for x in y if await z]
            {x: y async for x, y in z}
            return [await x for x in y]
        @a
        async def f(): pass

        """,
        """
        class C: pass
        class C(): pass
        class C(A, B, metaclass=D, *e, **f): pass
        @a
        class C(A):
            x: int = 1
            def f(self): pass
            class D: pass
        class C[T]: pass
        class C[T: int, *Ts, **P](A[T]): pass
        class C[T: (int, str) = int, *Ts = *tuple[int], **P = [int]]: pass
        def f[T](a: T) -> T: pass
        async def f[T: int](): pass
        type X = int
        type X[T] = list[T]
        type X[*Ts, **P] = y
        type = 1
        type.x = type(y)
        type[x] = type
        print(type)

        """,
        """
        match x:
            case 1: pass
            case -1 | 1.5 | -1.5 | 1j: pass
            case 1 + 2j | -1 - 2j: pass
            case "a" "b" | b"c": pass
            case None | True | False: pass
            case a.b.c: pass
            case [a, 1, *b]: pass
            case (a, *_): pass
            case (a) if b: pass
            case (a,): pass
            case (): pass
            case []: pass
            case a, b: pass
            case a,: pass
            case *a, b: pass
            case {}: pass
            case {1: a, "b": c, d.e: f, None: g, -1: h, **rest}: pass
            case {"a": 1,}: pass
            case {**rest}: pass
            case C(): pass
            case C(a, 1, b=c, d=2,): pass
            case a.B(c=d): pass
            case [1, 2] as a: pass
            case (1 | 2) as a if b: pass
            case 1 | 2 as a: pass
            case [C(x=[a, {"k": (1 | 2)}])]: pass
            case a if (b := c): pass
            case _: pass
        match x, y:
            case _: pass
        match x,:
            case _: pass
        match *x, y:
            case _: pass
        match (x):
            case _: pass
        match [x]:
            case _: pass
        match -x:
            case _: pass
        match (x, y):
            case _:
                match z:
                    case 1:
                        pass
        match x := y:
            case case: pass
        match = 1
        match.x = match(y)
        match[x] = match - 1
        match(x)
        match * x
        match in x
        match if match else match
        case = 1
        _ = 1
        print(match, case, type, _)
        match not in x
        match, case = 1, 2
        match: int = 1

        """,
        """
        f'', f'a', F"b", rf'\\{x}', fR"{x}\\n"
        f'{x}', f'{x!r}', f'{x!s:>10}', f'{x:{y}}', f'{x:{y}.{z!r}f}', f'a{x}b{y}c'
        f'{x=}', f'{x = }', f'{x=!r}', f'{x=:>5}', f'{ x + 1 = !s:^{w}}'
        f'{{}}', f'{{{x}}}', f'a{{b', f'}}', f'{x}}}'
        f'{x:%H:%M}', f'{x:}', f'{x!r:}', f'{lambda_}', f'{(lambda: 1)()}', f'{x if y else z}'
        f'{a["b"]}', f'{a['b']}', f'{f'{f"{x}"}'}', f'{ {1: 2}[1] }', f'{[x for x in y]}', f'{x, y}', f'{*a, b}'
        f'\n{x}\t', f'\{x}', f'\N{BULLET}{x}', f'\x41{x}', f'{x:\n}'
        'a' f'b{x}' 'c' f'd', f'a' 'b', 'a' f'', f'' f''
        f'{x!=y}', f'{x==y}', f'{x<=y}', f'{x>=y}', f'{(x:=1)}', f'{x:=1}'
        f'{yield_}', f'{x:{'a'}}', f'{'\n'}'
        f'''a
        {x}
        {
            y  # comment
        }
        {z:
        }'''
        f'{
            x
        }'
        f"{x:{y:{z}}}"
        u'a' f'{x}'

        """,
        "if x:\n\ty\n\tif z:\n\t\tw\n",
        "if x:\n        y\n\n  # odd comment\n        z\n",
        "x = 1 \\\n    + 2\nif a and \\\n   b:\n    c\n",
        "\fx = 1\n\f\nif x:\n    \f\n    y\n",
        "x = 1\r\nif x:\r\n    y = '''a\r\nb'''\r\n",
        "# only a comment",
        "",
        "\n\n",
        "x = 1",
        "if x:\n    y",
        "x = (\n1,\n\n# c\n2)\n",
        "class A:\n  def f(self):\n    pass;\n",
        "def f(): x; y;\n",
        "x = [\n    1\n    for y in z\n    if w\n]\n",
    ];
}
