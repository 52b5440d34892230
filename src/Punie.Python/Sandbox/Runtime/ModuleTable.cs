using Punie.Python.Modules;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>The modules that a run has imported; each is made once for each run.</summary>
internal sealed class ModuleTable
{
    private readonly Dictionary<string, PyModule> _loaded = new(StringComparer.Ordinal);

    /// <summary>Null when there is no such module in the sandbox.</summary>
    internal PyModule? Find(RunContext ctx, string name)
    {
        if (_loaded.TryGetValue(name, out var module)) return module;
        if (!ModuleRegistry.TryFind(name, out var load)) return null;
        return _loaded[name] = load(ctx);
    }
}
