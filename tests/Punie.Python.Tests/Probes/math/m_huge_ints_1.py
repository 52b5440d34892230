import math
# So large that the sandbox does them in pieces.
p = 10 ** 9 + 7
x, y = 7 ** 400000, 3 ** 300000
print(x.bit_length(), y.bit_length(), x % p, y % p)
print((x * y) % p, (x * x) % p, (x * -y) % p)
quotient, remainder = divmod(x, y)
print(quotient % p, remainder % p, quotient * y + remainder == x, 0 <= remainder < y)
quotient, remainder = divmod(-x, y)
print(quotient % p, remainder % p, quotient * y + remainder == -x, 0 <= remainder < y)
print((x * y + 1) // y == x, (x * y - 1) // y == x - 1, (x * y - 1) % y == y - 1)
print(x // (2 ** 400000 + 1) % p, x // (2 ** 640000) % p)
print(math.gcd(6 ** 60000, 10 ** 60000) == 2 ** 60000, math.gcd(5 * 7 ** 40000, 35 * 3 ** 70000))
print(pow(3, 7 ** 2000, 11 ** 1500) % p, pow(-3, 7 ** 2000, 11 ** 1500) % p, pow(3, 7 ** 2000, -11 ** 1500) % p)
print(pow(3, 7 ** 60000, 1000003), pow(-5, 7 ** 60000, 2 ** 61 - 1), pow(10, 3 ** 60000, 2 ** 40))
print(math.lcm(6 ** 60000, 10 ** 60000) == 30 ** 60000, pow(7 ** 200, -1, 11 ** 300) % p)
print(math.comb(6000, 3000) % p, math.factorial(8000) % p, x / 7 ** 399990)
