import cmath
print(cmath.sqrt(-1), cmath.phase(1j), cmath.polar(1 + 1j), cmath.exp(1j * cmath.pi).real, abs(cmath.rect(2, 0)), cmath.isclose(1j, 1j), cmath.log(1j), cmath.isnan(complex("nan")))
