using Punie.Model.Tensors;

namespace Punie.Model.Tuning;

/// <summary>An endless seeded order of examples: each epoch is its own shuffle, so a position says all.</summary>
internal sealed class DataOrder(int count, ulong seed)
{
    private readonly int[] _order = new int[count];
    private long _shuffled = -1;

    /// <summary>Index of the example at a 0-based position in the endless stream.</summary>
    public int this[long position]
    {
        get
        {
            var epoch = position / _order.Length;
            if (epoch != _shuffled) Shuffle(epoch);
            return _order[(int)(position % _order.Length)];
        }
    }

    private void Shuffle(long epoch)
    {
        var random = new SeededRandom(seed, (ulong)epoch + 1);
        for (var i = 0; i < _order.Length; i++)
        {
            var j = random.Next(i + 1);
            _order[i] = _order[j];
            _order[j] = i;
        }

        _shuffled = epoch;
    }
}
