using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>One block's rotated keys and values of all tokens so far; grows as needed.</summary>
internal sealed class LayerCache(int keyWidth)
{
    private FloatBuffer _keys = new(0);
    private FloatBuffer _values = new(0);
    private int _length;

    /// <summary>[length, keyHeads * d].</summary>
    public Matrix Keys => new(_keys.Span, _length, keyWidth);

    /// <summary>[length, keyHeads * d].</summary>
    public Matrix Values => new(_values.Span, _length, keyWidth);

    public void Append(Matrix keys, Matrix values)
    {
        Cover(_length + keys.Rows);
        for (var row = 0; row < keys.Rows; row++, _length++)
        {
            keys.Row(row).CopyTo(_keys.Span[(_length * keyWidth)..]);
            values.Row(row).CopyTo(_values.Span[(_length * keyWidth)..]);
        }
    }

    private void Cover(int length)
    {
        if (length * keyWidth <= _keys.Length) return;
        var capacity = Math.Max(length, 2 * (_keys.Length / keyWidth)) * keyWidth;
        var (keys, values) = (new FloatBuffer(capacity), new FloatBuffer(capacity));
        _keys.Span.CopyTo(keys.Span);
        _values.Span.CopyTo(values.Span);
        (_keys, _values) = (keys, values);
    }
}
