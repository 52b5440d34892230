namespace Punie.Python.Sandbox.Objects;

/// <summary>The native types of the core, shared by all runs. Methods are added by <c>Builtins</c>.</summary>
internal static class Types
{
    internal static readonly PyType Object = PyType.Native("object");
    internal static readonly PyType Type = PyType.Native("type").AsMetatypeOf(Object);
    internal static readonly PyType NoneType = PyType.Native("NoneType");
    internal static readonly PyType Ellipsis = PyType.Native("ellipsis");
    internal static readonly PyType NotImplementedType = PyType.Native("NotImplementedType");
    internal static readonly PyType Int = PyType.Native("int");
    internal static readonly PyType Bool = PyType.Native("bool", "builtins", Int);
    internal static readonly PyType Float = PyType.Native("float");
    internal static readonly PyType Complex = PyType.Native("complex");
    internal static readonly PyType Str = PyType.Native("str");
    internal static readonly PyType Bytes = PyType.Native("bytes");
    internal static readonly PyType List = PyType.Native("list");
    internal static readonly PyType Tuple = PyType.Native("tuple");
    internal static readonly PyType Dict = PyType.Native("dict");
    internal static readonly PyType DictKeys = PyType.Native("dict_keys");
    internal static readonly PyType DictValues = PyType.Native("dict_values");
    internal static readonly PyType DictItems = PyType.Native("dict_items");
    internal static readonly PyType Set = PyType.Native("set");
    internal static readonly PyType FrozenSet = PyType.Native("frozenset");
    internal static readonly PyType Range = PyType.Native("range");
    internal static readonly PyType Slice = PyType.Native("slice");
    internal static readonly PyType Function = PyType.Native("function");
    internal static readonly PyType NativeFunction = PyType.Native("builtin_function_or_method");
    internal static readonly PyType MethodDescriptor = PyType.Native("method_descriptor");
    internal static readonly PyType Method = PyType.Native("method");
    internal static readonly PyType Property = PyType.Native("property");
    internal static readonly PyType SlotMember = PyType.Native("member_descriptor");
    internal static readonly PyType StaticMethod = PyType.Native("staticmethod");
    internal static readonly PyType ClassMethod = PyType.Native("classmethod");
    internal static readonly PyType Super = PyType.Native("super");
    internal static readonly PyType Cell = PyType.Native("cell");
    internal static readonly PyType Module = PyType.Native("module");
    internal static readonly PyType Generator = PyType.Native("generator");
    internal static readonly PyType Coroutine = PyType.Native("coroutine");
    internal static readonly PyType AsyncGenerator = PyType.Native("async_generator");
    internal static readonly PyType Iterator = PyType.Native("iterator");
    internal static readonly PyType ListIterator = PyType.Native("list_iterator");
    internal static readonly PyType TupleIterator = PyType.Native("tuple_iterator");
    internal static readonly PyType StrIterator = PyType.Native("str_ascii_iterator");
    internal static readonly PyType RangeIterator = PyType.Native("range_iterator");
    internal static readonly PyType DictIterator = PyType.Native("dict_keyiterator");
    internal static readonly PyType SetIterator = PyType.Native("set_iterator");
    internal static readonly PyType GenericAlias = PyType.Native("GenericAlias", "types");
    internal static readonly PyType UnionType = PyType.Native("UnionType", "types");

    // Read while the first two types are being made, before their fields are set.
    internal static PyType? ObjectOrNull => Object;

    internal static PyType? TypeOrNull => Type;
}
