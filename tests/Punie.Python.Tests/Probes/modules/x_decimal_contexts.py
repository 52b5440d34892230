def show(*tests):
    for test in tests:
        try:
            print(test())
        except Exception as e:
            print("!", type(e).__name__, e)


from decimal import *
import decimal, math
D = Decimal
show(
    lambda: (D("1.10"), D(3.14), D("1e5"), D("-0"), D("NaN"), D("Infinity"), D("  1.5 "), D("1_000.5"), D((1, (1, 2, 3), -2)), D(True), D(10) ** 20),
    lambda: D("abc"),
    lambda: D("1.2.3"),
    lambda: D(None),
    lambda: D([1]),
    lambda: (D(1) / D(3), D(2) ** D("0.5"), D(7) // D(2), D(-7) // D(2), D(-7) % D(3), divmod(D(7), D(2)), D("1.0") + 1, 2 - D("0.5"), -D("1.50"), +D("1.50"), abs(D(-3))),
    lambda: D(1) / 0,
    lambda: D(0) / 0,
    lambda: D(1) % 0,
    lambda: D(1) // 0,
    lambda: D(1) + 1.5,
    lambda: D(1) < 1.5,
    lambda: D("0.1") == 0.1,
    lambda: D("1.0") == 1 == D("1.00"),
    lambda: (hash(D(1)) == hash(1), hash(D("1.5")) == hash(1.5)),
    lambda: [D("2.5").quantize(D("1"), rounding=r) for r in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_05UP)],
    lambda: (D("1234.567").quantize(D("0.01")), D("1.1").quantize(D("1.000")), D("5").quantize(D("1E+1")), D("12.5").to_integral_value(), D("12.5").to_integral_exact(ROUND_UP)),
    lambda: D("1e30").quantize(D("0.01")),
    lambda: (round(D("2.675"), 2), round(D("2.5")), round(D("1234"), -2), math.floor(D("-1.5")), math.ceil(D("1.2")), math.trunc(D("1.9")), int(D("-1.9")), float(D("1.5"))),
    lambda: (D("1.230").normalize(), D("100").normalize(), D("0.00").normalize(), D("1.23E+3"), D("1.23E+10"), D("0.0000001"), D("0.000001"), D("1E-7"), D("123456789012345678901234567890")),
    lambda: (f"{D('1234567.891'):,.2f}", f"{D('0.5'):.0%}", f"{D('1.5'):>10}", f"{D('1e10'):f}", f"{D('1234.5'):e}", f"{D('3.14159'):.3}", f"{D('5'):05}", f"{D('-5'):+}", f"{D('1.0'):g}", "%s %.2f" % (D("1.005"), D("1.005"))),
    lambda: (repr(D("1.0")), str(D("1E+5")), D("1.5").as_tuple(), D("-1.25").as_integer_ratio(), D("123.45").adjusted(), D("1.5").is_signed(), D("NaN").is_nan(), D("sNaN").is_snan(), D("Inf").is_infinite(), D(0).is_zero(), D("1").is_finite()),
    lambda: (D(2).sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D("1.5").copy_sign(D(-1)), D("-1.5").copy_abs(), D("1.5").copy_negate(), D(3).fma(2, 5), D("1.5").scaleb(2), D("10").logb()),
    lambda: sorted([D("1.5"), D(1), D("-2")]),
    lambda: (D("NaN") == D("NaN"), D("NaN") != 1, D("Inf") > 10**100, -D("Inf")),
    lambda: D("NaN") < 1,
    lambda: D("sNaN") + 1,
    lambda: (-1) ** D("0.5"),
    lambda: D(-1).sqrt(),
    lambda: D("1e999999") * D("1e999999"),
    lambda: int(D("NaN")),
    lambda: int(D("Inf")),
    lambda: bool(D("0.00")),
    lambda: D("1.5").foo,
)
print(getcontext().prec, getcontext().rounding, getcontext().Emax, getcontext().capitals)
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / D(3), D("1.23456789") + 0, +D("123456.789"))
    ctx.rounding = ROUND_UP
    print(D(1) / D(3), ctx.divide(D(2), D(3)), ctx.create_decimal("1.234567"), ctx.sqrt(D(2)))
print(D(1) / D(3))
getcontext().prec = 10
print(D(22) / 7, Context(prec=3).divide(D(22), D(7)), Context(prec=4, rounding=ROUND_DOWN).create_decimal("1.99999"))
with localcontext(Context(prec=6)) as c2:
    c2.traps[Inexact] = True
    try:
        D(1) / 3
    except Inexact as e:
        print(type(e).__name__)
    c2.traps[Inexact] = False
    c2.clear_flags()
    D(1) / 3
    print(c2.flags[Inexact], c2.flags[DivisionByZero])
with localcontext() as c3:
    c3.traps[DivisionByZero] = False
    print(D(1) / 0, D(-1) / 0)
    c3.traps[InvalidOperation] = False
    print(D(0) / 0, D("zz") if False else D("NaN"))
setcontext(Context(prec=28))
print(getcontext().prec, issubclass(DivisionByZero, ZeroDivisionError), issubclass(InvalidOperation, ArithmeticError), DecimalException.__mro__[1].__name__, decimal.ROUND_HALF_UP)
print(BasicContext.prec, ExtendedContext.prec, DefaultContext.prec, MAX_PREC > 10**6)
total = sum((D(p) * q for p, q in [("19.99", 3), ("5.01", 2)]), D(0))
print(total, (total * D("0.0825")).quantize(D("0.01"), ROUND_HALF_UP), f"${total:,.2f}", D("1.50").__str__(), D("3").__class__.__name__)
