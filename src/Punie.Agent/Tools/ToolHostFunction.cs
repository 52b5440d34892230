using System.Collections;
using System.Diagnostics;
using System.Globalization;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools;

/// <summary>Runs one bound call; the loop puts its events and checks around the tool here.</summary>
public delegate ValueTask<object> ToolInvoker(Tool tool, ToolArguments arguments, CancellationToken cancellationToken);

/// <summary>Turns tools into functions of the sandbox.</summary>
public static class ToolHostFunction
{
    /// <summary>The function that calls a tool.</summary>
    public static HostFunction Create(Tool tool, ToolInvoker invoke)
    {
        var parameters = tool.Parameters
            .Select(p => new HostParameter(p.Name, p.Default is null ? null : ToPython(p.Type, p.Default.Value)))
            .ToList();
        return new HostFunction(tool.Name, parameters, CallAsync);

        async ValueTask<PyValue> CallAsync(HostArguments given, CancellationToken cancellationToken)
        {
            var arguments = Bind(tool, given);
            var result = await invoke(tool, arguments, cancellationToken).ConfigureAwait(false);
            return ToPython(tool.Result, result);
        }
    }

    /// <summary>A tool's value as the sandbox's value.</summary>
    public static PyValue ToPython(ToolType type, object? value) => type switch
    {
        ToolType.Optional optional => value is null ? PyValue.None : ToPython(optional.Value, value),
        ToolType.Str => PyValue.From((string)value!),
        ToolType.Int => PyValue.From(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        ToolType.Float => PyValue.From((double)value!),
        ToolType.Bool => PyValue.From((bool)value!),
        ToolType.List list =>
            PyValue.List(((IEnumerable)value!).Cast<object?>().Select(item => ToPython(list.Item, item))),
        ToolType.Record record => ToPython(record.Schema, value!),
        _ => throw new UnreachableException(),
    };

    private static PyValue ToPython(RecordSchema schema, object record) => PyValue.Record(
        schema.SandboxType,
        schema.Fields.Select((field, index) => ToPython(field.Type, schema.Read(record, index))));

    private static ToolArguments Bind(Tool tool, HostArguments given)
    {
        var values = new object?[tool.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = tool.Parameters[i];
            if (!TryRead(given[i], parameter.Type, out values[i]))
            {
                var (wanted, found) = (parameter.Type.ToPython(), TypeName(given[i]));
                throw new HostException(
                    "TypeError", $"{tool.Name}() argument '{parameter.Name}' must be {wanted}, not {found}");
            }
        }

        return new ToolArguments(tool, values);
    }

    private static bool TryRead(PyValue given, ToolType type, out object? value)
    {
        value = null;
        switch (type)
        {
            case ToolType.Optional optional:
                return given.Kind is PyKind.None || TryRead(given, optional.Value, out value);
            case ToolType.Str when given.TryGetString(out var text):
                value = text;
                return true;
            case ToolType.Int when given.Kind is PyKind.Int && given.TryGetInt64(out var number):
                value = number;
                return true;
            case ToolType.Float when given.Kind is PyKind.Int or PyKind.Float && given.TryGetDouble(out var real):
                value = real;
                return true;
            case ToolType.Bool when given.TryGetBool(out var flag):
                value = flag;
                return true;
            case ToolType.List list when given.TryGetItems(out var items):
                return TryReadItems(items, list.Item, out value);
            case ToolType.Record { Schema: ValueRecordSchema schema }:
                return TryReadRecord(given, schema, out value);
            default:
                return false;
        }
    }

    private static bool TryReadItems(IReadOnlyList<PyValue> items, ToolType type, out object? value)
    {
        var read = new object?[items.Count];
        value = read;
        for (var i = 0; i < read.Length; i++)
        {
            if (!TryRead(items[i], type, out read[i])) return false;
        }

        return true;
    }

    // A dict by field names, or a record that another call gave.
    private static bool TryReadRecord(PyValue given, ValueRecordSchema schema, out object? value)
    {
        value = null;
        var members = new List<KeyValuePair<string, PyValue>>();
        if (given.TryGetEntries(out var entries))
        {
            foreach (var (key, member) in entries)
            {
                if (!key.TryGetString(out var name)) return false;
                members.Add(new(name, member));
            }
        }
        else if (given.TryGetRecord(out var type, out var values))
        {
            members.AddRange(
                type.Fields.Zip(values, (name, member) => new KeyValuePair<string, PyValue>(name, member)));
        }
        else
        {
            return false;
        }

        return schema.TryBind(members, TryRead, out value);
    }

    private static string TypeName(PyValue value) => value.Kind switch
    {
        PyKind.None => "None",
        PyKind.Record when value.TryGetRecord(out var type, out _) => type.Name,
        PyKind.Other => "object",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
