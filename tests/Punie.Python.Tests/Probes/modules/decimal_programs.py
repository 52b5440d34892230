import decimal
from decimal import *
D = Decimal
with localcontext() as c:
    c.prec = 5
    print(D(1) / 3, D("123456.789") + 0, D(2).sqrt())
print(D(1) / 3)
getcontext().prec = 50
print(D(1) / 7, D(2).sqrt(), D(1).exp(), D(2).ln(), D(3).log10(), D(2) ** D("0.3"))
getcontext().prec = 28
with localcontext(prec=3) as c: print(D("3.14159") * 1)
with localcontext(Context(prec=4, rounding=ROUND_DOWN)): print(D(2) / 3)
getcontext().rounding = ROUND_UP
print(D(1) / 3, round(D("2.1")), D("2.11").quantize(D("0.1")))
getcontext().rounding = ROUND_HALF_EVEN
getcontext().traps[DivisionByZero] = False
print(D(1) / 0, D(-1) / 0)
getcontext().traps[DivisionByZero] = True
ctx = Context(prec=6)
print(ctx.divide(D(1), D(3)), ctx.create_decimal("1.23456789"), ctx.sqrt(D(2)), ctx.add(1, 2), ctx.power(D(2), 10), ctx.quantize(D("1.2345"), D("0.01")))
getcontext().clear_flags()
D(1) / 3
print(getcontext().flags[Inexact], getcontext().flags[Rounded], getcontext().flags[DivisionByZero])
try: D(1) / 0
except ZeroDivisionError as e: print(type(e), e, repr(e), e.args)
try: D("x")
except InvalidOperation as e: print(type(e), e, repr(e))
try: getcontext().prec = 0
except ValueError as e: print(e)
try: getcontext().prec = "a"
except TypeError as e: print(e)
try: getcontext().rounding = "x"
except TypeError as e: print(e)
try: getcontext().foo = 1
except AttributeError as e: print(e)
class Money(Decimal):
    def __repr__(self): return f"Money({str(self)})"
m = Money("1.50"); print(m, repr(m), m + 1, type(m + 1).__name__, m * 2, isinstance(m, Decimal))
import copy, json, math
print(copy.copy(D("1.5")), copy.deepcopy([D("1.5")]))
try: json.dumps(D("1.5"))
except TypeError as e: print(e)
print(json.loads("1.10", parse_float=Decimal), math.floor(D("2.7")), math.ceil(D("2.1")), math.trunc(D("-2.7")), math.sqrt(D("2.25")), math.isnan(D("NaN")))
prices = ["19.99", "5.01", "100"]
total = sum(map(D, prices), D(0)); tax = (total * D("0.0825")).quantize(D("0.01")); print(total, tax, total + tax, f"{total + tax:,.2f}")
from fractions import Fraction
print(Fraction(D("1.25")), D(Fraction(1, 4).numerator) / 4)
import statistics
print(statistics.mean([D("1.5"), D("2.5")]), statistics.median([D(1), D(2)]))
getcontext().prec = 100
pi = 0
print(D(2).sqrt() , D(1) / 97, D("1.5") ** 50)
