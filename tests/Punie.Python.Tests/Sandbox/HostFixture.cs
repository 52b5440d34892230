using System.Globalization;
using Punie.Python.Sandbox;

namespace Punie.Python.Tests.Sandbox;

/// <summary>The host functions that probes and attacks call.</summary>
internal static class HostFixture
{
    private static readonly RecordType Customer = new("Customer", ["name", "email"]);
    private static readonly RecordType Item = new("Item", ["sku", "qty"]);
    private static readonly RecordType Order = new("Order", ["id", "status", "total", "customer", "items"]);

    private static readonly Dictionary<string, double> Temperatures = new(StringComparer.Ordinal)
    {
        ["Oslo"] = 4.5,
        ["Rome"] = 21.25,
        ["Cairo"] = 33.5,
    };

    internal static readonly HostFunction[] Functions =
    [
        Sync("get_weather", ["city"], a => Weather(Text(a[0]))),
        Sync("add", ["a", "b"], Add),
        Sync("echo", ["x"], a => a[0]),
        Sync("list_users", [], _ =>
            PyValue.List(User(1, "ann", "admin", 34, true), User(2, "bob", "dev", 28, false),
            User(3, "cid", "dev", 41, true), User(4, "dee", "ops", 25, true))),
        new HostFunction("search", [new("query"), new("limit", PyValue.From(2))], (a, _) => new(Search(a))),
        new HostFunction("search_page", [new("query"), new("page", PyValue.From(0)), new("size", PyValue.From(2))],
            (a, _) => new(SearchPage(a))),
        Sync("fail", ["kind", "msg"], a => throw new HostException(Text(a[0]), Text(a[1]))),
        Sync("flaky", ["i"], a =>
            a[0].TryGetInt64(out var i) && i == 1
            ? throw new HostException("RuntimeError", "flaky 1")
            : PyValue.From($"ok {a[0].ToText()}")),
        Sync("get_order", ["id"], a =>
            PyValue.Record(Order, a[0], PyValue.From("paid"), PyValue.From(30.5),
            PyValue.Record(Customer, PyValue.From("Ann"), PyValue.From("ann@ex.com")),
            PyValue.List(PyValue.Record(Item, PyValue.From("A"), PyValue.From(2)),
                PyValue.Record(Item, PyValue.From("B"), PyValue.From(1))))),
        new HostFunction("fetch", [new("url")], Fetch) { IsAsync = true },
    ];

    internal static HostFunction Sync(string name, string[] parameters, Func<HostArguments, PyValue> call) =>
        new(name, [.. parameters.Select(p => new HostParameter(p))], (a, _) => new(call(a)));

    internal static PyValue Dict(params (string Key, PyValue Value)[] entries) =>
        PyValue.Dict(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    private static string Text(PyValue value) =>
        value.TryGetString(out var text) ? text : throw new HostException("TypeError", "a text is needed");

    private static PyValue Weather(string city) =>
        Temperatures.TryGetValue(city, out var temperature)
            ? Dict(("city", PyValue.From(city)), ("temp", PyValue.From(temperature)), ("unit", PyValue.From("C")))
            : throw new HostException("KeyError", city);

    private static PyValue Add(HostArguments a)
    {
        if (a[0].TryGetInt64(out var x) && a[1].TryGetInt64(out var y)) return PyValue.From(x + y);
        if (a[0].TryGetDouble(out var v) && a[1].TryGetDouble(out var w)) return PyValue.From(v + w);
        return PyValue.From(Text(a[0]) + Text(a[1]));
    }

    private static PyValue User(long id, string name, string role, long age, bool active) =>
        Dict(("id", PyValue.From(id)), ("name", PyValue.From(name)), ("role", PyValue.From(role)),
            ("age", PyValue.From(age)), ("active", PyValue.From(active)));

    private static PyValue Search(HostArguments a)
    {
        a[1].TryGetInt64(out var limit);
        return PyValue.List(Enumerable.Range(0, (int)limit).Select(i => Dict(
            ("title", PyValue.From(string.Create(CultureInfo.InvariantCulture, $"{a[0].ToText()} result {i}"))),
            ("score", PyValue.From(Math.Round(0.95 - i * 0.25, 2))))));
    }

    private static PyValue SearchPage(HostArguments a)
    {
        double[] prices = [4.25, 8.5, 12.75, 17.25, 21.5];
        a[1].TryGetInt64(out var page);
        a[2].TryGetInt64(out var size);
        var items = Enumerable.Range(0, prices.Length).Skip((int)(page * size)).Take((int)size)
            .Select(i => Dict(("id", PyValue.From(i + 1)), ("price", PyValue.From(prices[i]))));
        return Dict(("items", PyValue.List(items)), ("has_more", PyValue.From((page + 1) * size < prices.Length)));
    }

    private static async ValueTask<PyValue> Fetch(HostArguments a, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var url = a[0].ToText();
        if (url == "err") throw new HostException("RuntimeError", "fetch failed");
        return Dict(("url", PyValue.From(url)), ("status", PyValue.From(200)));
    }
}
