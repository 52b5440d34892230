namespace Punie.Model.Layers;

/// <summary>Cosines and sines of every position's rotation angles, made when first needed.</summary>
/// <remarks>Angle of pair i at position p is p * theta^(-2i/d). Source: Su et al. 2021, section 3.2.2.</remarks>
internal sealed class RopeTable(int headSize, double theta)
{
    private readonly int _half = headSize / 2;
    private float[] _cosines = [];
    private float[] _sines = [];
    private int _positions;

    public ReadOnlySpan<float> Cosines(int position) => _cosines.AsSpan(position * _half, _half);

    public ReadOnlySpan<float> Sines(int position) => _sines.AsSpan(position * _half, _half);

    public void Cover(int positions)
    {
        if (positions <= _positions) return;
        var count = Math.Max(positions, 2 * _positions);
        _cosines = new float[count * _half];
        _sines = new float[count * _half];
        for (var i = 0; i < _cosines.Length; i++)
        {
            var frequency = (float)Math.Pow(theta, -2.0 * (i % _half) / headSize);
            var angle = (double)(i / _half * frequency);
            (_sines[i], _cosines[i]) = ((float)Math.Sin(angle), (float)Math.Cos(angle));
        }

        _positions = count;
    }
}
