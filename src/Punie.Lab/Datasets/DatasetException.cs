namespace Punie.Lab.Datasets;

/// <summary>A data file is wrong; the message says where and what to do, and is shown without a stack.</summary>
public sealed class DatasetException(string message) : Exception(message);
