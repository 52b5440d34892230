using System.Security.Cryptography;
using System.Text;
using Punie.Agent.Workspace;

namespace Punie.Agent.Configuration;

/// <summary>
/// Remembers which files with commands a person accepted: the path and a hash of the text, outside every project. A
/// file that changed has to be accepted again.
/// </summary>
/// <remarks>Not covered: programs that an accepted file names and that change later.</remarks>
/// <param name="state">Where Punie keeps what belongs to no project.</param>
public sealed class TrustStore(StateFolder state)
{
    private const string Folder = "trusted";

    /// <summary>True when this text of this file was accepted.</summary>
    /// <param name="path">Full path of the file, links resolved.</param>
    /// <param name="text">Its text.</param>
    public bool IsTrusted(string path, string text)
    {
        try
        {
            return state.Read(Record(path)) == Entry(path, text);
        }
        catch (IOException)
        {
            // What cannot be looked up was not accepted.
            return false;
        }
    }

    /// <summary>Accepts a text of a file, in place of an earlier one.</summary>
    /// <exception cref="IOException">It cannot be remembered.</exception>
    public void Trust(string path, string text) => state.Write(Record(path), Entry(path, text));

    /// <summary>Takes back what was accepted of a file.</summary>
    /// <returns>True when something had been accepted.</returns>
    /// <exception cref="IOException">It cannot be taken back.</exception>
    public bool Revoke(string path) => state.Delete(Record(path));

    private static string Record(string path) => $"{Folder}/{Hash(path)}";

    private static string Entry(string path, string text) => $"{Hash(text)}\n{path}\n";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
