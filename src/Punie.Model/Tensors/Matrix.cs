using System.Runtime.InteropServices;

namespace Punie.Model.Tensors;

/// <summary>A view of row-major floats: [Rows, Columns] with <see cref="Stride"/> floats from row to row.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct Matrix
{
    public Matrix(Span<float> data, int rows, int columns, int stride)
    {
        if (rows < 0 || columns < 0 || stride < columns)
            throw new ArgumentException("The matrix has an impossible shape.");
        if (rows > 0 && data.Length < ((rows - 1) * stride) + columns)
            throw new ArgumentException($"{data.Length} floats are too few for {rows} rows of stride {stride}.");
        Data = data;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    public Matrix(Span<float> data, int rows, int columns)
        : this(data, rows, columns, columns)
    {
    }

    private Matrix(Matrix source)
    {
        Data = source.Data;
        Rows = source.Columns;
        Columns = source.Rows;
        Stride = source.Stride;
        IsTransposed = !source.IsTransposed;
    }

    public Span<float> Data { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Floats between neighbours along the axis that is not contiguous.</summary>
    public int Stride { get; }

    /// <summary>True when <see cref="Stride"/> separates columns instead of rows.</summary>
    public bool IsTransposed { get; }

    /// <summary>The same floats with rows and columns exchanged; nothing is copied.</summary>
    public Matrix T => new(this);

    public Span<float> Row(int row) => Data.Slice(row * Stride, Columns);

    public Matrix RowRange(int start, int count) => new(Data[(start * Stride)..], count, Columns, Stride);

    public Matrix ColumnRange(int start, int count) => new(Data[start..], Rows, count, Stride);
}
