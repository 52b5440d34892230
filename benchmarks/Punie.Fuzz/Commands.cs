using System.Globalization;
using Punie.Fuzz.Judging;
using Punie.Fuzz.Measuring;
using Punie.Fuzz.Watching;

namespace Punie.Fuzz;

/// <summary>Everything but the run itself.</summary>
internal static class Commands
{
    internal static int Run(string[] args)
    {
        switch (args)
        {
            case ["work", var seed, var from, var to, .. var programs]:
                return Worker.Run(Number(seed), Number(from), Number(to), programs);
            case ["show", var seed, var number, .. var programs]:
                Console.Out.Write(Worker.Show(Number(seed), Number(number), programs).Source);
                return 0;
            case ["try", var file, .. var number]:
                using (var memory = new MemoryWatch()) Console.Out.WriteLine(new Judge(memory)
                    .Run(File.ReadAllText(file), number.Length > 0 ? Number(number[0]) : 0));
                return 0;
            case ["memory", .. var programs]:
                return MemoryTable.Print(programs);
            case ["cancel", .. var name]:
                return CancelTable.Print(name.FirstOrDefault(""));
            default:
                Console.Error.WriteLine(
                    """
                    usage: Punie.Fuzz run FOLDER CASES SEED LABEL PROGRAMS...   fuzz, with these folders of programs to damage
                           Punie.Fuzz show SEED NUMBER PROGRAMS...              print one case
                           Punie.Fuzz try FILE [NUMBER]                         judge one program
                           Punie.Fuzz memory PROGRAMS...                        peak memory of every program over its limit
                           Punie.Fuzz cancel [NAME]                             how soon native loops notice a cancellation
                    """);
                return 2;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
