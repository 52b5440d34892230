using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>One rename: collects the edits, symbol by symbol, then has the result checked.</summary>
internal sealed class RenameRun(ModuleSet modules, string newName)
{
    private readonly Dictionary<PythonFile, FileRename> _files = [];
    private readonly Queue<(PythonFile File, Symbol Symbol)> _open = new();
    private readonly HashSet<Symbol> _seen = [];
    private readonly HashSet<UnclearUse> _unclear = [];
    private readonly SymbolReferences _references = new(modules);
    private readonly bool _isPrivate = NameMangling.Mangle(newName, "C") != newName;
    private ClassFamily? _family;
    private string _oldName = "";

    public RenameOutcome Run(PythonFile file, Symbol symbol)
    {
        (file, symbol) = FollowImport(file, symbol);
        var first = file.Scopes.UsesOf(symbol)[0];
        _oldName = first.Text;
        var isUsedInClass = file.Scopes.UsesOf(symbol).Any(u => IsInClass(u.Symbol.Scope));
        if (_oldName != symbol.Name || (_isPrivate && isUsedInClass)) throw RefusePrivate(file, first.Span.Start);
        Open(file, symbol);
        if (symbol.Scope.Kind == ScopeKind.Class) OpenFamily(file, symbol);
        while (_open.TryDequeue(out var next)) Rename(next.File, next.Symbol);
        foreach (var changed in _files.Values) RenameCheck.Verify(changed, _oldName, newName);
        var edits = _files.Values.Where(f => f.Edits.Count > 0).Select(f => new FileEdits(f.File, f.InOrder()))
            .ToList();
        return new RenameOutcome.Renamed(edits, edits.Sum(e => e.Edits.Count))
        {
            Unclear = [.. _unclear.OrderBy(use => use.File.Path, StringComparer.Ordinal).ThenBy(use => use.Line)],
        };
    }

    private RenameRefusal RefusePrivate(PythonFile file, int offset) => RenameRefusal.At(
        file, offset,
        $"'{_oldName}' cannot be renamed to '{newName}': names with two leading underscores belong to their class.");

    private static bool IsInClass(Scope? scope)
    {
        while (scope is not null && scope.Kind != ScopeKind.Class) scope = scope.Parent;
        return scope is not null;
    }

    // A name that is only imported is renamed where it comes from, when that is part of the project.
    private (PythonFile File, Symbol Symbol) FollowImport(PythonFile file, Symbol symbol)
    {
        var visited = new HashSet<Symbol>();
        while (visited.Add(symbol) && symbol.Uses.Where(u => u.IsBinding).All(IsPlainFromImport)
            && file.Imports.FullNameOf(symbol) is { } full && full.LastIndexOf('.') is > 0 and var dot
            && modules.Find(full[..dot]) is { } origin && !ReferenceEquals(origin, file)
            && origin.Scopes.Module.Find(symbol.Name) is { } definition
            && ReferenceEquals(definition.Definition, definition))
            (file, symbol) = (origin, definition);
        return (file, symbol);

        bool IsPlainFromImport(NameUse use) => use.Node is ImportAlias item
            && file.Imports.StatementOf(item) is not null
            && (item.Alias is null || item.Alias.Value.Text == item.Name.Text);
    }

    private void Open(PythonFile file, Symbol symbol)
    {
        if (!_seen.Add(symbol)) return;
        EditsOf(file).Targets.Add(symbol);
        _open.Enqueue((file, symbol));
    }

    // A method and what overrides it are one name to their callers.
    private void OpenFamily(PythonFile file, Symbol symbol)
    {
        _family = new(modules, new(file, symbol.Scope), symbol.Name);
        foreach (var type in _family.Relatives.Where(t => !ReferenceEquals(t.Scope, symbol.Scope)))
        {
            if (type.Scope.Find(newName) is { IsOwn: true } other)
                throw RenameRefusal.At(
                    type.File, other.Uses[0].Span.Start,
                    $"{type.Scope.Name} already has a '{newName}', and {symbol.Scope.Name} shares its members. "
                    + "Choose another name.");
        }

        foreach (var type in _family.Members)
        {
            if (type.Scope.Find(symbol.Name) is { IsOwn: true } member) Open(type.File, member);
        }
    }

    private FileRename EditsOf(PythonFile file)
    {
        if (!_files.TryGetValue(file, out var edits)) _files[file] = edits = new(file);
        return edits;
    }

    private void Rename(PythonFile file, Symbol symbol)
    {
        var edits = EditsOf(file);
        foreach (var use in file.Scopes.UsesOf(symbol))
        {
            if (use.Node is ImportAlias item && use.IsBinding) RenameImported(edits, item);
            else edits.Replace(use.Span, newName);
        }

        if (symbol.Scope.Kind == ScopeKind.Module)
        {
            foreach (var export in ExportList.Find(file.Parse, symbol.Name)) edits.Replace(export, newName);
        }

        foreach (var other in modules.Files.Where(f => f.Text.Contains(_oldName, StringComparison.Ordinal)))
        {
            if (symbol.Scope.Kind == ScopeKind.Module && !ReferenceEquals(other, file))
                RenameImports(other, file, symbol);
            RenameMembers(other, file, symbol);
        }
    }

    // The name in its own file stays what the other module calls it; only the local name changes.
    private void RenameImported(FileRename edits, ImportAlias item)
    {
        if (edits.RenamedImports.Contains(item))
        {
            if (item.Alias is { } same) edits.Replace(same.Span, newName);
        }
        else if (item.Alias is { } alias)
        {
            if (alias.Text == item.Name.Text)
                throw RenameRefusal.At(
                    edits.File, item.Span.Start,
                    $"'{alias.Text} as {alias.Text}' exports this name on purpose. Rename it where it is defined.");
            if (item.Name.Text == newName) edits.Replace(new(item.Name.Span.End, alias.Span.End), "");
            else edits.Replace(alias.Span, newName);
        }
        else if (item.Name.Text.Contains('.', StringComparison.Ordinal))
        {
            throw RenameRefusal.At(
                edits.File, item.Span.Start,
                $"'import {item.Name.Text}' binds a package by its own name. "
                + "Rename the package's folder instead, or import with 'as'.");
        }
        else
        {
            edits.Replace(new(item.Name.Span.End, item.Name.Span.End), $" as {newName}");
        }
    }

    private void RenameImports(PythonFile file, PythonFile owner, Symbol symbol)
    {
        foreach (var import in SyntaxWalk.All(file.Parse.Module).OfType<ImportFromStatement>())
        {
            if (!ReferenceEquals(modules.Find(file.TargetOf(import)), owner)) continue;
            foreach (var item in import.Names)
            {
                if (item.Name.Text == "*") RenameStarUses(file, symbol);
                else if (item.Name.Text == symbol.Name) RenameImport(EditsOf(file), item);
            }
        }
    }

    private void RenameImport(FileRename edits, ImportAlias item)
    {
        edits.Replace(item.Name.Span, newName);
        edits.RenamedImports.Add(item);
        if (item.Alias is { } alias && alias.Text != item.Name.Text) return;
        var use = edits.File.Scopes.Uses.First(u => ReferenceEquals(u.Node, item));
        if (use.Definition is { } local) Open(edits.File, local);
    }

    private void RenameStarUses(PythonFile file, Symbol symbol)
    {
        var edits = EditsOf(file);
        edits.HasStarUses = true;
        foreach (var use in file.Scopes.Uses)
        {
            if (use.Definition is null && use.Text == symbol.Name) edits.Replace(use.Span, newName);
        }
    }

    private void RenameMembers(PythonFile file, PythonFile owner, Symbol symbol)
    {
        var function = FunctionOf(owner, symbol);
        foreach (var node in SyntaxWalk.All(file.Parse.Module))
        {
            if (node is AttributeExpression attribute) RenameAttribute(file, attribute, owner, symbol);
            else if (node is CallExpression call && function is not null
                && _references.IsReference(file, call.Function, owner, function))
                RenameKeywords(file, call);
        }
    }

    private void RenameAttribute(PythonFile file, AttributeExpression attribute, PythonFile owner, Symbol symbol)
    {
        var isNew = attribute.Name.Text == newName && symbol.Scope.Kind == ScopeKind.Class;
        if (!isNew && attribute.Name.Text != symbol.Name) return;
        var isMember = _family?.Owns(file, attribute.Value)
            ?? _references.IsOwner(file, attribute.Value, owner, symbol);
        if (!isMember && !isNew && _family?.IsUnknown(file, attribute.Value) == true)
            _unclear.Add(new(file, file.LineOf(attribute.Name.Span.Start)));
        if (!isMember) return;
        if (isNew)
            throw RenameRefusal.At(
                file, attribute.Name.Span.Start,
                $"{symbol.Scope.Name} already has an attribute '{newName}' here. Choose another name.");
        if (_isPrivate) throw RefusePrivate(file, attribute.Name.Span.Start);
        EditsOf(file).Replace(attribute.Name.Span, newName);
    }

    private void RenameKeywords(PythonFile file, CallExpression call)
    {
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is { } name && name.Text == _oldName) EditsOf(file).Replace(name.Span, newName);
        }
    }

    // What callers call to pass a parameter by name: the function, or the class of an __init__.
    private static Symbol? FunctionOf(PythonFile owner, Symbol symbol)
    {
        if ((symbol.Roles & SymbolRoles.Parameter) == 0 || symbol.Scope.Node is not FunctionStatement function)
            return null;
        var isConstructor = function.Name.Text is "__init__" && symbol.Scope.Parent!.Kind == ScopeKind.Class;
        return SymbolReferences.SymbolOf(owner, isConstructor ? symbol.Scope.Parent!.Node : function);
    }
}
