import math
print(math.gcd(12, 18), math.gcd(), math.gcd(5), math.gcd(-4, 6), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(3, 0), math.lcm(2, 3, 4))
print(math.factorial(0), math.factorial(5), math.factorial(20), math.factorial(25))
print(math.comb(5, 2), math.comb(5, 7), math.perm(5, 2), math.perm(5), math.perm(3, 4), math.comb(50, 25))
print(math.isqrt(17), math.isqrt(10**30), math.isqrt(0))
print(math.prod([1, 2, 3]), math.prod([]), math.prod([1.5, 2]), math.prod([2], start=10), math.prod(["a", 3], start=1))
print(math.fsum([0.1]*10), math.fsum([1e100, 1, -1e100]), math.fsum([]), sum([0.1]*10))
print(math.hypot(3, 4), math.hypot(), math.hypot(1, 1, 1), math.hypot(5), math.dist((1, 2), (4, 6)), math.dist([0], [3]))
