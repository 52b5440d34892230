using Punie.Python.Scopes;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Scopes;

public sealed class ScopeTests
{
    [Fact]
    public void A_name_that_a_function_assigns_is_its_own() =>
        Assert.Equal(Binding.Local, BindingOf("def f():\n    x = 1\n", "f", "x"));

    [Fact]
    public void A_name_that_an_inner_function_reads_is_a_cell_and_free_inside()
    {
        const string Source = "def f():\n    x = 1\n    def g():\n        return x\n";

        Assert.Equal(Binding.Cell, BindingOf(Source, "f", "x"));
        Assert.Equal(Binding.Free, BindingOf(Source, "f.g", "x"));
    }

    [Fact]
    public void A_function_between_a_variable_and_its_use_hands_it_on() =>
        Assert.Equal(Binding.Free, BindingOf("def f(x):\n    def g():\n        return lambda: x\n", "f.g", "x"));

    [Fact]
    public void A_global_statement_sends_a_name_to_the_module() =>
        Assert.Equal(Binding.GlobalExplicit, BindingOf("def f():\n    global x\n    x = 1\n", "f", "x"));

    [Fact]
    public void A_global_statement_hides_the_variable_of_a_function_around() =>
        Assert.Equal(
            Binding.GlobalImplicit,
            BindingOf("def f():\n    x = 1\n    def g():\n        global x\n        def h():\n            return x\n",
                "f.g.h", "x"));

    [Fact]
    public void A_name_that_nothing_binds_is_an_implicit_global_without_definition()
    {
        var use = Assert.Single(Scopes("print(1)\n").Uses);

        Assert.Equal(Binding.GlobalImplicit, use.Symbol.Binding);
        Assert.Null(use.Definition);
    }

    [Fact]
    public void A_method_does_not_see_the_names_of_its_class()
    {
        var scopes = Scopes("x = 1\nclass C:\n    x = 2\n    def m(self):\n        return x\n");

        var use = scopes.Uses.Last(u => u.Text == "x");

        Assert.Same(scopes.Module.Find("x"), use.Definition);
    }

    [Fact]
    public void A_class_body_reads_the_modules_name_until_it_has_its_own()
    {
        var scopes = Scopes("x = 1\nclass C:\n    x = x\n    y = x\n");

        var loads = scopes.Uses.Where(u => u is { Text: "x", Kind: NameUseKind.Load })
            .Select(u => u.Definition?.Scope.Kind);

        Assert.Equal([ScopeKind.Module, ScopeKind.Class], loads);
    }

    [Fact]
    public void Super_makes_the_class_cell_free_in_the_method()
    {
        var scopes = Scopes("class C:\n    def m(self):\n        super().m()\n");

        Assert.True(Find(scopes, "C").NeedsClassCell);
        Assert.Equal(Binding.Free, Find(scopes, "C.m").Find("__class__")!.Binding);
    }

    [Fact]
    public void Private_names_are_mangled_with_their_class()
    {
        var scopes = Scopes("class _C:\n    __x = 1\n    __y__ = 2\n    def m(self):\n        __z = 3\n");

        Assert.NotNull(Find(scopes, "_C").Find("_C__x"));
        Assert.NotNull(Find(scopes, "_C").Find("__y__"));
        Assert.NotNull(Find(scopes, "_C.m").Find("_C__z"));
    }

    [Fact]
    public void The_first_iterable_of_a_comprehension_runs_outside()
    {
        var scopes = Scopes("class C:\n    xs = []\n    ys = [x for x in xs for y in xs]\n");

        var loads = scopes.Uses.Where(u => u is { Text: "xs", Kind: NameUseKind.Load })
            .Select(u => u.Definition?.Scope.Kind);

        Assert.Equal([ScopeKind.Class, null], loads);
    }

    [Fact]
    public void A_walrus_in_a_comprehension_binds_in_the_function_around()
    {
        const string Source = "def f(xs):\n    return [y for x in xs if (y := x)]\n";

        Assert.Equal(Binding.Cell, BindingOf(Source, "f", "y"));
        Assert.All(Scopes(Source).Uses.Where(u => u.Text == "y"), u => Assert.Equal("f", u.Definition!.Scope.Name));
    }

    [Fact]
    public void Type_parameters_are_seen_inside_the_generic_only()
    {
        var scopes = Scopes("class C[T]:\n    def m(self, x: T) -> T: ...\nT\n");

        Assert.Equal(
            [ScopeKind.TypeParameters, ScopeKind.TypeParameters, ScopeKind.TypeParameters, null],
            scopes.Uses.Where(u => u.Text == "T").Select(u => u.Definition?.Scope.Kind));
    }

    [Fact]
    public void Brackets_in_a_class_body_see_the_names_of_the_class()
    {
        var scopes = Scopes("class C:\n    Base = int\n    def m[T: Base](self): ...\n");

        Assert.Equal("C", scopes.Uses.Last(u => u.Text == "Base").Definition!.Scope.Name);
    }

    [Fact]
    public void Every_way_to_bind_a_name_is_seen()
    {
        const string Source = """
            import a.b, c as d
            from e import f as g
            for h in (): pass
            with i as (j, *k): pass
            try: pass
            except l as m: pass
            match n:
                case [o, *p] | {"q": o, **p}: pass
                case C(r=s) as t: pass
            (u := 1)
            v: int
            w += 1
            del x
            def y(): pass
            class z: pass
            type A = int
            """;

        var bound = Scopes(Source).Module.Symbols.Where(s => (s.Roles & SymbolRoles.Bound) != 0).Select(s => s.Name);

        Assert.Equal(
            ["A", "a", "d", "g", "h", "j", "k", "m", "o", "p", "s", "t", "u", "v", "w", "x", "y", "z"],
            bound.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_occurrence_spans_the_name_itself()
    {
        const string Source = "import os . path\ndef f(a: int = 1): pass\n";

        Assert.Equal(["os", "int", "f", "a"], Scopes(Source).Uses.Select(u => Source[u.Span.Start..u.Span.End]));
    }

    [Fact]
    public void Names_in_annotations_are_marked() =>
        Assert.True(Scopes("x: Node = y\n").Uses.Single(u => u.Text == "Node").IsAnnotation);

    internal static ScopeTree Scopes(string source) => ScopeTree.Build(PythonParser.Parse(source));

    private static Scope Find(ScopeTree scopes, string qualifiedName) =>
        scopes.All.First(s => s.QualifiedName == qualifiedName && s.Kind is ScopeKind.Function or ScopeKind.Class);

    private static Binding BindingOf(string source, string scope, string name) =>
        Find(Scopes(source), scope).Find(name)!.Binding;
}
