using System.Reflection;
using System.Runtime.Loader;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Loads phases from the assemblies that scenes name. An assembly is loaded once, and stays loaded:
/// every scene that names it gets the same phases. Safe to use from several threads at a time.
/// </summary>
public sealed class PhaseAssemblies : IPhaseLoader
{
    readonly Lock loading = new();
    readonly Dictionary<string, IReadOnlyList<PhaseKind>> loaded = [];

    /// <inheritdoc/>
    public IReadOnlyList<PhaseKind> Load(string path)
    {
        lock (loading)
        {
            if (!loaded.TryGetValue(path, out var kinds)) loaded[path] = kinds = PhasesIn(path);
            return kinds;
        }
    }

    static List<PhaseKind> PhasesIn(string path)
    {
        if (!File.Exists(path)) throw new PhaseLoadException("there is no such file");
        try
        {
            var assembly = new PluginContext(path).LoadFromAssemblyPath(path);
            List<PhaseKind> kinds =
                [.. assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(PhaseAttribute))).Select(PhaseModule.Of)];
            return kinds.Count > 0 ? kinds : throw new PhaseLoadException("it has no public class with the attribute [Phase]");
        }
        catch (BadImageFormatException e)
        {
            throw new PhaseLoadException("it is no .NET assembly", e);
        }
        // Made for other versions of this program's libraries, or without an assembly of its own beside it.
        catch (Exception e) when (
            e is FileNotFoundException or FileLoadException or TypeLoadException or ReflectionTypeLoadException or ArgumentException)
        {
            throw new PhaseLoadException(e.Message, e);
        }
    }

    /// <summary>What the program has itself is shared with the assembly; what only the assembly needs lies beside it.</summary>
    sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
    {
        readonly AssemblyDependencyResolver resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            try
            {
                return Default.LoadFromAssemblyName(assemblyName);
            }
            catch (FileNotFoundException)
            {
                return resolver.ResolveAssemblyToPath(assemblyName) is { } own ? LoadFromAssemblyPath(own) : null;
            }
        }
    }
}
