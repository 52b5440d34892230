import math
print([math.isqrt(n) for n in range(40)])
sizes = list(range(1, 140)) + [255, 256, 257, 511, 512, 513, 1000, 1023, 1024, 1025, 4095, 4096, 4097, 20000, 70001]
for bits in sizes:
    wrong = []
    for n in (2 ** bits - 1, 2 ** bits, 2 ** bits + 1, 3 ** bits // 2 ** (bits // 2), (2 ** (bits // 2) + 1) ** 2, (2 ** (bits // 2) + 1) ** 2 - 1):
        root = math.isqrt(n)
        if not root * root <= n < (root + 1) * (root + 1):
            wrong.append(n)
    print(bits, math.isqrt(2 ** bits - 1) % 1000003, math.isqrt(3 ** bits) % 1000003, wrong)
for wrong in (-1, -2 ** 70, 1.0, "4", None):
    try:
        print(math.isqrt(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(math.isqrt(True), math.isqrt(2 ** 63 - 1), math.isqrt(2 ** 64), math.isqrt(10 ** 40))
