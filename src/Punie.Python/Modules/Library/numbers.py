"""The tower of number classes; built-in numbers count as what they are."""


class Number:
    """Any number."""

    __slots__ = ()


class Complex(Number):
    """Numbers with a real and an imaginary part."""

    __slots__ = ()

    def __rsub__(self, other):
        return -self + other

    def __sub__(self, other):
        return self + -other

    def __bool__(self):
        return not self == 0


def _same(self):
    return +self


class Real(Complex):
    """Numbers on the line."""

    __slots__ = ()
    real, imag = property(_same), property(lambda self: 0)

    def conjugate(self):
        return +self

    def __complex__(self):
        return complex(float(self))


class Rational(Real):
    """Fractions."""

    __slots__ = ()

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers."""

    __slots__ = ()
    numerator, denominator = property(_same), property(lambda self: 1)

    def __index__(self):
        return int(self)

    def __int__(self):
        raise NotImplementedError
