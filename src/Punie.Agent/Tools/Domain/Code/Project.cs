using Punie.Agent.Workspace;
using Punie.Python.Rewriting;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Some files and the files of the workspace that they import, directly or not.</summary>
internal sealed class Project
{
    /// <summary>Most files that are read for one check.</summary>
    public const int MostFiles = 2_000;

    private const int MostListed = 20_000;
    private const int MostSteps = 20;

    private readonly Dictionary<string, SourceModule?> _modules = new(StringComparer.Ordinal);
    private readonly ModuleIndex _index;

    private Project(ModuleIndex index) => _index = index;

    /// <summary>True when there were more files than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A project of nothing but these files, for rules that look at one file at a time.</summary>
    public static Project Of(IReadOnlyList<SourceModule> modules) => new Project(ModuleIndex.Empty).With(modules);

    /// <summary>Reads what some files import, level by level.</summary>
    public static async ValueTask<Project> LoadAsync(
        IReadOnlyList<SourceModule> modules, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var project = new Project(new ModuleIndex(workspace.Files(".", MostListed))).With(modules);
        var open = new Queue<SourceModule>(modules);
        while (open.TryDequeue(out var module))
        {
            foreach (var path in project.ImportsOf(module))
            {
                if (project._modules.ContainsKey(path)) continue;
                if (project.IsCut = project._modules.Count >= MostFiles) return project;
                var read = await ReadAsync(path, workspace, cancellationToken).ConfigureAwait(false);
                project._modules[path] = read;
                if (read is not null) open.Enqueue(read);
            }
        }

        return project;
    }

    /// <summary>What an expression of a file stands for, followed through imports into the other files.</summary>
    public Target Resolve(SourceModule module, Expression expression, Node at) =>
        Follow(module, module.Names.Of(expression, at), MostSteps);

    /// <summary>
    /// The module of the workspace that a <c>from … import *</c> names; null for a package from elsewhere.
    /// </summary>
    public SourceModule? ModuleOf(SourceModule module, ImportFromStatement import) =>
        ModuleNamed(module.File.TargetOf(import));

    /// <summary>True when a module's top level gives a name a value; also true when that cannot be known.</summary>
    public bool MayExport(SourceModule module, string name, int steps = MostSteps)
    {
        if (steps == 0 || module.File.Parse.Errors.Count > 0 || module.Names.AtTop(name) is not null) return true;
        return !IsPrivate(name) && StarImports(module).Any(import =>
            ModuleOf(module, import) is not { } other || MayExport(other, name, steps - 1));
    }

    /// <summary>The star imports of a file.</summary>
    public static IEnumerable<ImportFromStatement> StarImports(SourceModule module) =>
        module.Nodes.OfType<ImportFromStatement>().Where(import => import.Names is [{ Name.Text: "*" }]);

    private Project With(IReadOnlyList<SourceModule> modules)
    {
        foreach (var module in modules) _modules[module.File.Path] = module;
        return this;
    }

    private static async ValueTask<SourceModule?> ReadAsync(string path, IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        try
        {
            return new SourceModule(
                PythonFile.From(path, await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false)));
        }
        catch (WorkspaceException)
        {
            // An unreadable neighbour says nothing about this file: its names stay unknown.
            return null;
        }
    }

    private IEnumerable<string> ImportsOf(SourceModule module)
    {
        foreach (var item in module.Nodes.OfType<ImportAlias>())
        {
            string[] names = module.ParentOf(item) is ImportFromStatement from
                ? [module.File.TargetOf(from), $"{module.File.TargetOf(from)}.{item.Name.Text}"]
                : [item.Name.Text];
            foreach (var name in names)
            {
                if (_index.PathOf(name) is { } path) yield return path;
            }
        }
    }

    private SourceModule? ModuleNamed(string name) =>
        _index.PathOf(name) is { } path ? _modules.GetValueOrDefault(path) : null;

    private Target Follow(SourceModule module, Meaning meaning, int steps) => meaning switch
    {
        Meaning.Defined { Statement: ClassStatement type } => new Target.Class(module.FactsOf(type)),
        Meaning.Defined { Statement: FunctionStatement function } => new Target.Function(module, function),
        Meaning.Imported imported => FollowImport(imported.FullName, steps),
        Meaning.Unbound unbound => FollowStars(module, unbound.Name, steps),
        _ => new Target.Unknown(),
    };

    private Target FollowImport(string fullName, int steps)
    {
        var dot = fullName.LastIndexOf('.');
        if (dot <= 0 || steps == 0) return new Target.Unknown();
        var (owner, name) = (fullName[..dot], fullName[(dot + 1)..]);
        if (ModuleNamed(owner) is not { } module) return new Target.Unknown();
        if (module.Names.AtTop(name) is { } meaning) return Follow(module, meaning, steps - 1);
        if (_index.PathOf(fullName) is not null) return new Target.Unknown();
        return MayExport(module, name) ? FollowStars(module, name, steps - 1) : new Target.Missing(module, name);
    }

    private Target FollowStars(SourceModule module, string name, int steps)
    {
        var root = name.Split('.')[0];
        var isKnown = steps > 0 && module.File.Parse.Errors.Count == 0;
        foreach (var import in StarImports(module).Where(_ => !IsPrivate(root) && isKnown))
        {
            if (ModuleOf(module, import) is not { } other) return new Target.Unknown();
            if (other.Names.AtTop(root) is { } meaning)
                return root == name ? Follow(other, meaning, steps - 1) : new Target.Unknown();
            if (FollowStars(other, name, steps - 1) is var found and not Target.Nothing) return found;
        }

        return isKnown ? new Target.Nothing(name) : new Target.Unknown();
    }

    // A star leaves out what begins with an underscore.
    private static bool IsPrivate(string name) => name.StartsWith('_');
}
