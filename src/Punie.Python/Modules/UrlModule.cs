using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Modules.Classes;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>urllib.parse</c>.</summary>
internal static class UrlModule
{
    private const string AlwaysSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";

    internal static PyModule LoadPackage(RunContext ctx) =>
        NativeModule.Make("urllib", [], ("parse", PyValue.Of(ctx.Modules.Find(ctx, "urllib.parse")!)));

    internal static PyModule Load(RunContext ctx)
    {
        var parsed = Result(ctx, "ParseResult", ["scheme", "netloc", "path", "params", "query", "fragment"]);
        var split = Result(ctx, "SplitResult", ["scheme", "netloc", "path", "query", "fragment"]);
        return Library.LibraryModule.Lazy("urllib.parse", NativeModule.Make("urllib.parse",
        [
            new("quote", "string, safe='/', encoding=None, errors=None", (c, a) => c.Text(Quote(c, a[0], c.Str(a[1])))),
            new("quote_plus", "string, safe='', encoding=None, errors=None", (c, a) =>
                c.Text(Quote(c, a[0], c.Str(a[1]) + " ").Replace(' ', '+'))),
            new("unquote", "string, encoding='utf-8', errors='replace'", (c, a) =>
                c.Text(Unquote(c, Given.Text(c, a[0], "string must be str")))),
            new("unquote_plus", "string, encoding='utf-8', errors='replace'", (c, a) =>
                c.Text(Unquote(c, Given.Text(c, a[0], "string must be str").Replace('+', ' ')))),
            new("urlencode", "query, doseq=False, safe='', encoding=None, errors=None, quote_via=None", Encode),
            new("parse_qsl", "qs, keep_blank_values=False, strict_parsing=False", (c, a) =>
                c.NewList(
                [.. Pairs(c, c.Str(a[0]), (c.Truth(a[1]), c.Truth(a[2])))
                .Select(p => c.NewTuple([c.Text(p.Key), c.Text(p.Value)]))])),
            new("parse_qs", "qs, keep_blank_values=False, strict_parsing=False", ParseQuery),
            new("urlparse", "url, scheme='', allow_fragments=True", (c, a) =>
                Make(c, parsed, Url.Parse(c, c.Str(a[0]), c.Str(a[1])), withParams: true)),
            new("urlsplit", "url, scheme='', allow_fragments=True", (c, a) =>
                Make(c, split, Url.Parse(c, c.Str(a[0]), c.Str(a[1])), withParams: false)),
            new("urlunparse", "components", (c, a) => c.Text(Join(c, c.ToArray(c.Unwrap(a[0]))))),
            new("urlunsplit", "components", (c, a) => c.Text(Join(c, c.ToArray(c.Unwrap(a[0]))))),
            new("urljoin", "base, url, allow_fragments=True", (c, a) =>
                c.Text(Url.Resolve(c, c.Str(a[0]), c.Str(a[1])))),
        ]));
    }

    private static PyType Result(RunContext ctx, string name, string[] fields)
    {
        var type = NamedTuples.Create(ctx, name, fields, []);
        Add("hostname", u => u.Host is { Length: > 0 } host ? PyValue.Str(host) : PyValue.None);
        AddAsked("port", Port);
        Add("username", u => u.User is { } user ? PyValue.Str(user) : PyValue.None);
        Add("password", u => u.Password is { } password ? PyValue.Str(password) : PyValue.None);
        PyBoundNative.Define(type, "geturl", "self, /", (c, a) => c.Text(Join(c, c.ToArray(c.Unwrap(a[0])))));
        return type;
        void Add(string attribute, Func<Url, PyValue> read) => AddAsked(attribute, (_, u) => read(u));
        void AddAsked(string attribute, Func<RunContext, Url, PyValue> read) =>
            type.Define(attribute,
                PyValue.Of(
                    new NativeProperty(attribute, (c, self) =>
                        read(c, new Url("", c.Str(((PyTuple)self.Ref!).Items[1]), "", "", "")))));
    }

    private static PyValue Port(RunContext ctx, Url url)
    {
        if (url.PortText is not { Length: > 0 } text) return PyValue.None;
        if (!text.All(char.IsAsciiDigit))
            throw ctx.ValueError($"Port could not be cast to integer value as {StringText.Repr(text)}");
        return url.Port is { } port and <= 65535
            ? PyValue.Int(port)
            : throw ctx.ValueError("Port out of range 0-65535");
    }

    private static PyValue Make(RunContext ctx, PyType type, Url url, bool withParams)
    {
        var (path, parameters) = (url.Path, "");
        if (withParams && url.Path.IndexOf(';', url.Path.LastIndexOf('/') + 1) is >= 0 and var at)
            (path, parameters) = (url.Path[..at], url.Path[(at + 1)..]);
        string[] fields = withParams
            ? [url.Scheme, url.Place, path, parameters, url.Query, url.Fragment]
            : [url.Scheme, url.Place, path, url.Query, url.Fragment];
        return ctx.Call(PyValue.Of(type), [.. fields.Select(f => ctx.Text(f))]);
    }

    private static string Join(RunContext ctx, PyValue[] parts)
    {
        var texts = parts.Select(ctx.Str).ToArray();
        if (texts.Length == 6)
            return new Url(texts[0], texts[1], texts[3].Length > 0
            ? $"{texts[2]};{texts[3]}"
            : texts[2], texts[4], texts[5]).ToString();
        return texts.Length == 5
            ? new Url(texts[0], texts[1], texts[2], texts[3], texts[4]).ToString()
            : throw ctx.ValueError("a URL has 5 or 6 components");
    }

    private static string Quote(RunContext ctx, PyValue value, string safe)
    {
        var bytes = ctx.Unwrap(value).Ref is string text
            ? Encoding.UTF8.GetBytes(text)
            : ByteSource.Find(ctx, value) ?? throw ctx.TypeError("quote_from_bytes() expected bytes");
        var result = new MeteredText(ctx);
        foreach (var part in bytes)
        {
            if ((result.Length & 31) == 0) ctx.Step();
            if (AlwaysSafe.Contains((char)part, StringComparison.Ordinal)
                || (part < 128 && safe.Contains((char)part, StringComparison.Ordinal))) result.Append((char)part);
            else result.Append('%').Append(Convert.ToHexString([part]));
        }
        return result.ToString();
    }

    private static string Unquote(RunContext ctx, string text)
    {
        ctx.Tick(text.Length >> 4);
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        ctx.Meter.Reserve(4L * text.Length);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1])
                && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                var width = CodePoints.IsPair(text, i) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, width)));
                i += width - 1;
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static PyValue Encode(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var query = ctx.Unwrap(a[0]);
        var several = ctx.Truth(a[1]);
        var safe = ctx.Str(a[2]);
        var quoteVia = a[5];
        var parts = new List<string>();
        string Plus(PyValue value) =>
            quoteVia.IsNone
                ? Quote(ctx, Plain(value), safe + " ").Replace(' ', '+')
                : ctx.Str(ctx.Call(quoteVia, [Plain(value), ctx.Text(safe)]));
        PyValue Plain(PyValue value) => ByteSource.Find(ctx, value) is null ? ctx.Text(ctx.Str(value)) : value;
        foreach (var item in query.Ref is PyDict dict
            ? dict.ToPairs().Select(p => ctx.NewTuple([p.Key, p.Value]))
            : ctx.ToArray(query))
        {
            ctx.Step();
            var pair = ctx.ToArray(item);
            if (pair.Length != 2) throw ctx.TypeError("not a valid non-string sequence or mapping object");
            var isList = several && pair[1].Ref is PyList or PyTuple && several;
            foreach (var value in isList ? ctx.ToArray(pair[1]) : [pair[1]])
                parts.Add($"{Plus(pair[0])}={Plus(value)}");
        }
        return ctx.Text(string.Join('&', parts));
    }

    private static IEnumerable<(string Key, string Value)> Pairs(RunContext ctx, string query,
        (bool KeepsBlank, bool IsStrict) how)
    {
        for (int from = 0, end; from <= query.Length && query.Length > 0; from = end + 1)
        {
            ctx.Step();
            end = query.IndexOf('&', from);
            if (end < 0) end = query.Length;
            if (end == from && !how.IsStrict) continue;
            var part = query[from..end];
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 && how.IsStrict) throw ctx.ValueError($"bad query field: {StringText.Repr(part)}");
            if (equals < 0 && !how.KeepsBlank) continue;
            var value = equals < 0 ? "" : part[(equals + 1)..];
            if (value.Length == 0 && !how.KeepsBlank) continue;
            yield return (Unquote(ctx, (equals < 0 ? part : part[..equals]).Replace('+', ' ')),
                Unquote(ctx, value.Replace('+', ' ')));
        }
    }

    private static PyValue ParseQuery(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var result = ctx.NewDict();
        foreach (var (key, value) in Pairs(ctx, ctx.Str(a[0]), (ctx.Truth(a[1]), ctx.Truth(a[2]))))
        {
            if (result.FindText(key).Ref is PyList known) known.Add(ctx, ctx.Text(value));
            else result.Set(ctx, ctx.Text(key), ctx.NewList([ctx.Text(value)]));
        }
        return PyValue.Of(result);
    }
}

/// <summary>A URL in its five parts.</summary>
internal sealed record Url(string Scheme, string Place, string Path, string Query, string Fragment)
{
    private string Server => Place[(Place.LastIndexOf('@') + 1)..];

    private string? Login => Place.LastIndexOf('@') is >= 0 and var at ? Place[..at] : null;

    internal string? User => Login?.Split(':')[0];

    internal string? Password =>
        Login is { } login && login.IndexOf(':', StringComparison.Ordinal) is >= 0 and var at
        ? login[(at + 1)..]
        : null;

    internal string Host =>
        (Server.StartsWith('[') ? Server[1..].Split(']')[0] : Server.Split(':')[0]).ToLowerInvariant();

    /// <summary>What stands behind the colon of the server; null without one.</summary>
    internal string? PortText =>
        Server.LastIndexOf(':') is >= 0 and var at && at > Server.LastIndexOf(']') ? Server[(at + 1)..] : null;

    internal int? Port =>
        PortText is { } text
        && int.TryParse(text, System.Globalization.NumberStyles.None,
        System.Globalization.CultureInfo.InvariantCulture, out var port) ? port : null;

    internal static Url Parse(RunContext ctx, string text, string otherwise)
    {
        ctx.Tick(text.Length >> 6);
        var scheme = otherwise;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && char.IsAsciiLetter(text[0])
            && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
            (scheme, text) = (text[..colon].ToLowerInvariant(), text[(colon + 1)..]);
        var place = "";
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            var end = text.AsSpan(2).IndexOfAny('/', '?', '#');
            place = end < 0 ? text[2..] : text.Substring(2, end);
            text = text[(2 + place.Length)..];
        }
        var (body, fragment) = Cut(text, '#');
        var (path, query) = Cut(body, '?');
        return new Url(scheme, place, path, query, fragment);
    }

    internal static string Resolve(RunContext ctx, string start, string relative)
    {
        if (start.Length == 0 || relative.Length == 0) return start + relative;
        var from = Parse(ctx, start, "");
        var to = Parse(ctx, relative, from.Scheme);
        if (to.Scheme != from.Scheme) return relative;
        if (to.Place.Length > 0) return to.ToString();
        if (to.Path.Length == 0)
            return (to with
            {
                Place = from.Place,
                Path = from.Path,
                Query = to.Query.Length > 0
            ? to.Query
            : from.Query
            }).ToString();
        var path = to.Path.StartsWith('/') ? to.Path : from.Path[..(from.Path.LastIndexOf('/') + 1)] + to.Path;
        if (!path.StartsWith('/') && from.Place.Length > 0) path = "/" + path;
        return (to with { Place = from.Place, Path = Normalize(path) }).ToString();
    }

    public override string ToString()
    {
        var text = Place.Length > 0 || (Scheme == "file" && Path.StartsWith("//", StringComparison.Ordinal))
            ? $"//{Place}{(Path.Length > 0 && Path[0] != '/' ? "/" : "")}{Path}"
            : Path;
        if (Scheme.Length > 0) text = $"{Scheme}:{text}";
        if (Query.Length > 0) text += "?" + Query;
        return Fragment.Length > 0 ? $"{text}#{Fragment}" : text;
    }

    private static (string Before, string Behind) Cut(string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }

    private static string Normalize(string path)
    {
        var kept = new List<string>();
        var parts = path.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            var isLast = i == parts.Length - 1;
            if (parts[i] == "..")
            {
                if (kept.Count > 1) kept.RemoveAt(kept.Count - 1);
                if (isLast) kept.Add("");
            }
            else if (parts[i] != ".") kept.Add(parts[i]);
            else if (isLast) kept.Add("");
        }
        return string.Join('/', kept);
    }
}
