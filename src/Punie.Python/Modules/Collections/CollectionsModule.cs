using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Collections;

/// <summary><c>collections</c> and <c>collections.abc</c>.</summary>
internal static class CollectionsModule
{
    static CollectionsModule()
    {
        Counters.Define();
        DictKinds.Define();
        DequeMethods.Define();
    }

    internal static PyModule Load(RunContext ctx) => Library.LibraryModule.Lazy("collections", NativeModule.Make(
        "collections", [NamedTuples.Factory],
        ("Counter", PyValue.Of(Counters.Type)), ("defaultdict", PyValue.Of(DictKinds.DefaultDict)),
        ("OrderedDict", PyValue.Of(DictKinds.OrderedDict)),
        ("deque", PyValue.Of(PyDeque.DequeType))));
}
