using System.Text;

namespace Punie.Fuzz.Cases;

/// <summary>Damages a program: bytes, pieces of text and lines.</summary>
internal static class Mutator
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "'", "\"", "\\", "\n", "\t", "    ", "#", "@", ";", "*",
            "**", "->", ":=", "...", "f'", "t'{", "rb'", "\"\"\"", "0x", "1e999", "10**10", "-1", "2**63",
            "lambda:", "yield ", "await ", "async ", "return ", "raise ", "del ", "not ", " if ", " else ",
            " for x in ", "import ", "from . import *", "global x\n", "class A(A):\n", "def f(*, a, /):\n", "try:\n",
            "except* E:\n",
            "finally:\n", "match x:\n", "case _:\n", "with x as y:\n", "__class__", "__dict__", "self", "super()",
            "range(10**20)", "'a' * 10**9", "[0] * 10**9", "\0", "\uFEFF", "\u2028", "é", "\U0001F600", "\r", "\f",
            "\\N{DASH}",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    internal static byte[] Mutate(byte[] program, Random random)
    {
        var bytes = program.ToList();
        for (var changes = 1 << random.Next(5); changes > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    /// <summary>The first lines of one program and the last of another.</summary>
    internal static byte[] Splice(byte[] first, byte[] second, Random random)
    {
        var head = Cut(first, random);
        var tail = Cut(second, random);
        return [.. first[..head], .. second[tail..]];
    }

    private static int Cut(byte[] bytes, Random random)
    {
        if (bytes.Length == 0) return 0;
        var at = Array.IndexOf(bytes, (byte)'\n', random.Next(bytes.Length));
        return at < 0 ? 0 : at + 1;
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2 when at < bytes.Count:
                bytes.RemoveRange(at, random.Next(1, Math.Min(20, bytes.Count - at) + 1));
                break;
            case 3 when at < bytes.Count:
                var length = random.Next(1, Math.Min(60, bytes.Count - at) + 1);
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when at < bytes.Count && bytes[at] is >= (byte)'0' and <= (byte)'9':
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            default:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
