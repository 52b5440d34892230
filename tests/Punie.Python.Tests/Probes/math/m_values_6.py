import math
print(divmod(7, -3), divmod(-7, 3), divmod(7.5, 2), divmod(-7.5, 2), 7 // -2, -7 % 3, 7.5 // 2, -7.5 % 2, 5 % -3)
print(pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 7), pow(2.0, 3), 2 ** -2, (-8) ** 2, 0 ** 0)
print(2 ** 0.5, 4 ** 0.5, 10 ** -3, 1e308 * 10, -1e308 * 10)
print(abs(-5), abs(-5.5), abs(True), abs(-0.0))
print(int("12"), int("-12"), int(" 12 "), int("1_000"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("z", 36), int(3.99), int(-3.99), int(True))
print(float("1e5"), float("inf"), float("-nan"), float(" 1.5 "), float("1_0.5"), float("1e400"), float(".5"), float("5."))
print(1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.0, 100.0, 1e22, 1e21, 1.5e300, 5e-324, 0.1+0.2, 1/3, 2/3, 1e100)
