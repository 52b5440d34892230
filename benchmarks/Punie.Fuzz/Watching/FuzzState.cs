using System.Text.Json.Nodes;

namespace Punie.Fuzz.Watching;

/// <summary>
/// What a folder of fuzzing knows: where it is, what it counted, what it found. Written often, so that a run can go on.
/// </summary>
internal sealed class FuzzState
{
    private readonly string _file;
    private readonly JsonObject _json;

    private FuzzState(string file, JsonObject json)
    {
        _file = file;
        _json = json;
    }

    internal int Seed => (int)_json["seed"]!;

    internal int Next
    {
        get => (int)_json["next"]!;
        set => _json["next"] = value;
    }

    internal double Seconds
    {
        get => (double)_json["seconds"]!;
        set => _json["seconds"] = Math.Round(value, 1);
    }

    internal JsonObject Outcomes => Part("outcomes");

    internal JsonObject Kinds => Part("kinds");

    /// <summary>Cases by the label of the version that ran them.</summary>
    internal JsonObject Labels => Part("labels");

    /// <summary>How often each problem came up, also those that were fixed since.</summary>
    internal JsonObject Problems => Part("problems");

    internal static FuzzState Open(string folder, int seed)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "state.json");
        if (File.Exists(file)) return new FuzzState(file, JsonNode.Parse(File.ReadAllText(file))!.AsObject());
        return new FuzzState(file, new JsonObject { ["seed"] = seed, ["next"] = 0, ["seconds"] = 0.0 });
    }

    internal static int Count(JsonObject part, string key)
    {
        var count = part[key] is { } known ? (int)known + 1 : 1;
        part[key] = count;
        return count;
    }

    internal void Save()
    {
        File.WriteAllText(_file + ".new", _json.ToString());
        File.Move(_file + ".new", _file, overwrite: true);
    }

    private JsonObject Part(string name)
    {
        if (_json[name] is JsonObject part) return part;
        var made = new JsonObject();
        _json[name] = made;
        return made;
    }
}
