using System.Text;
using Punie.Fuzz.Programs;

namespace Punie.Fuzz.Cases;

/// <summary>One program to run.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="Source">Its text.</param>
internal sealed record Case(string Kind, string Source);

/// <summary>
/// Makes case number n of a seed: always the same one for the same version of this program and of the seed programs.
/// </summary>
internal sealed class CaseMaker(int seed, Vocabulary vocabulary, IReadOnlyList<byte[]> programs)
{
    internal Case Make(int number)
    {
        var random = new Random(unchecked(seed * 486187739 + number));
        switch (number % 8)
        {
            case < 4 or 7 when programs.Count == 0:
            case < 4:
                return new Case("grammar", ProgramWriter.Write(random, vocabulary));
            case 4:
                return new Case("grammar-bytes",
                    Text(Mutator.Mutate(Encoding.UTF8.GetBytes(ProgramWriter.Write(random, vocabulary)), random)));
            case 7:
                return new Case("spliced", Text(Mutator.Splice(Pick(random), Pick(random), random)));
            default:
                return new Case("bytes", Text(Mutator.Mutate(Pick(random), random)));
        }
    }

    private byte[] Pick(Random random) => programs[random.Next(programs.Count)];

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
