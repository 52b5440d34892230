using System.Numerics;
using Punie.Python.Sandbox.Runtime.LongInts;

namespace Punie.Python.Tests.LongInts;

/// <summary>Arithmetic in pieces is the same as at once, however small the pieces are.</summary>
public sealed class LongIntsTests
{
    private const int Rounds = 300;

    /// <summary>From one word at a time to halves of the numbers.</summary>
    public static TheoryData<double, int> PiecesAndSeeds =>
        [.. from longest in new double[] { 0, 100, 2_000, 20_000 } from seed in Enumerable.Range(1, 3) select (longest, seed)];

    [Theory]
    [MemberData(nameof(PiecesAndSeeds))]
    public void Products_are_those_of_the_platform(double longest, int seed)
    {
        var numbers = new RandomInts(seed);
        for (var i = 0; i < Rounds; i++)
        {
            BigInteger x = numbers.Next(), y = i % 5 == 0 ? x : numbers.Next();

            Assert.Equal(x * y, LongProduct.Multiply(Unwatched(longest), x, y));
        }
    }

    [Theory]
    [MemberData(nameof(PiecesAndSeeds))]
    public void Quotients_and_remainders_are_those_of_the_platform(double longest, int seed)
    {
        var numbers = new RandomInts(seed);
        for (var i = 0; i < Rounds; i++)
        {
            BigInteger x = numbers.Next(), y = numbers.NextButZero();
            // Products and their neighbours are where a guessed digit of a quotient is wrong most often.
            if (i % 3 == 0) x = x * y + i % 2 - 1;

            var expected = BigInteger.DivRem(x, y);

            Assert.Equal(expected, LongQuotient.Divide(Unwatched(longest), x, y));
        }
    }

    [Theory]
    [MemberData(nameof(PiecesAndSeeds))]
    public void Powers_are_those_of_the_platform(double longest, int seed)
    {
        var numbers = new RandomInts(seed, mostBits: 300);
        for (var i = 0; i < Rounds / 3; i++)
        {
            var x = numbers.Next();

            Assert.Equal(BigInteger.Pow(x, i), LongPower.Power(Unwatched(longest), x, i));
        }
    }

    [Theory]
    [MemberData(nameof(PiecesAndSeeds))]
    public void Powers_by_a_modulus_are_those_of_the_platform(double longest, int seed)
    {
        var numbers = new RandomInts(seed, mostBits: 700);
        for (var i = 0; i < Rounds / 5; i++)
        {
            BigInteger x = numbers.Next(), y = BigInteger.Abs(numbers.Next()), modulus = numbers.NextButZero();

            Assert.Equal(BigInteger.ModPow(x, y, modulus), LongPower.ModPow(Unwatched(longest), x, y, modulus));
        }
    }

    [Theory]
    [MemberData(nameof(PiecesAndSeeds))]
    public void Common_divisors_are_those_of_the_platform(double longest, int seed)
    {
        var numbers = new RandomInts(seed);
        for (var i = 0; i < Rounds; i++)
        {
            var shared = i % 2 == 0 ? BigInteger.One : numbers.Next();
            BigInteger x = numbers.Next() * shared, y = numbers.Next() * shared;

            var expected = BigInteger.GreatestCommonDivisor(x, y);

            Assert.Equal(expected, LongGcd.Gcd(Unwatched(longest), x, y));
        }
    }

    [Fact]
    public void Common_divisors_of_neighbours_in_Fibonacci_s_row_are_found()
    {
        BigInteger x = 1, y = 1;
        for (var i = 0; i < 5000; i++) (x, y) = (x + y, x);

        Assert.Equal(12345, LongGcd.Gcd(Unwatched(100), x * 12345, y * 12345));
    }

    [Theory]
    [InlineData("product")]
    [InlineData("quotient")]
    [InlineData("quotient by a short number")]
    [InlineData("power")]
    [InlineData("power by a modulus")]
    [InlineData("power by a short modulus")]
    [InlineData("common divisor")]
    public void A_look_between_pieces_can_end_it(string operation)
    {
        var numbers = new RandomInts(1);
        BigInteger x = numbers.Exactly(60_000), y = numbers.Exactly(30_000);
        var looks = 0;
        var pieces = new Pieces(1_000, () =>
        {
            if (++looks == 10) throw new OperationCanceledException();
        });

        Assert.Throws<OperationCanceledException>(() => Do(operation, pieces, x, y));
        Assert.Equal(10, looks);
    }

    [Fact]
    public void Short_pieces_are_looked_at_together()
    {
        var looks = 0;
        var pieces = new Pieces(1_000, () => looks++);

        for (var i = 0; i < 100; i++) pieces.Begin(99);

        Assert.Equal(9, looks);
    }

    private static void Do(string operation, Pieces pieces, BigInteger x, BigInteger y) => _ = operation switch
    {
        "product" => LongProduct.Multiply(pieces, x, y),
        "quotient" => LongQuotient.Divide(pieces, x, y).Quotient,
        "quotient by a short number" => LongQuotient.Divide(pieces, x, 1234567).Quotient,
        "power" => LongPower.Power(pieces, y, 20),
        "power by a modulus" => LongPower.ModPow(pieces, 3, x, y),
        "power by a short modulus" => LongPower.ModPow(pieces, 3, x, 1234567),
        _ => LongGcd.Gcd(pieces, x, y),
    };

    private static Pieces Unwatched(double longest) => new(longest, () => { });
}
