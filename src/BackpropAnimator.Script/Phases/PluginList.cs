using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Phases;

/// <summary>Finds the kinds of phases in an assembly that a scene names.</summary>
public interface IPhaseLoader
{
    /// <param name="path">The assembly's file.</param>
    /// <returns>One kind or more.</returns>
    /// <exception cref="PhaseLoadException">The file cannot be had, is no assembly, or has no phases that can be used.</exception>
    IReadOnlyList<PhaseKind> Load(string path);
}

/// <summary>An assembly's phases cannot be used; the message says why, in words that go on after the file's name.</summary>
public sealed class PhaseLoadException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The assemblies that a scene names under <c>use</c>. They must be loaded before the scene is read, since their phases are among its keys.
/// </summary>
/// <param name="file">The scene's own file.</param>
/// <param name="allowOutside">Whether files outside the scene's folder may be used.</param>
/// <param name="loader">Loads them; null where they may not be used.</param>
/// <param name="problems">Takes the diagnostics.</param>
internal sealed class PluginList(string file, bool allowOutside, IPhaseLoader? loader, DiagnosticBag problems)
{
    const string Key = "use";

    /// <summary>Whether one could not be used.</summary>
    public bool AreMissing { get; private set; }

    /// <summary>The kinds of phases that the scene can have: those that every scene has, and its own.</summary>
    public PhaseCatalog AddTo(PhaseCatalog phases, Node root)
    {
        var named = (root as MappingNode)?.Find(Key) switch
        {
            SequenceNode list => list.Items.OfType<ScalarNode>(),
            ScalarNode { IsNull: false } only => [only],
            _ => [],
        };
        foreach (var name in named) phases = Add(name, phases);
        return phases;
    }

    /// <summary>Whether an override changes which assemblies are named.</summary>
    public static bool IsAbout(Override change) => change.Path[0].Name == Key;

    PhaseCatalog Add(ScalarNode name, PhaseCatalog phases)
    {
        if (loader is null)
        {
            Refuse(name, " is a program, and the scene may not run it", "say --allow-plugins if you trust it: it can do whatever you can");
            return phases;
        }
        var path = ScenePath.Beside(file, name.Text);
        try
        {
            if (!allowOutside && !ScenePath.IsInside(file, path))
                Refuse(name, " is outside the scene's folder", "put the file beside the scene, or allow reading outside");
            else
                return phases.With(loader.Load(Path.GetFullPath(path)));
        }
        catch (Exception e) when (e is PhaseLoadException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Refuse(name, $": {e.Message}", "name an assembly that has a class with the attribute [Phase]");
        }
        return phases;
    }

    void Refuse(ScalarNode name, string why, string hint)
    {
        AreMissing = true;
        problems.Error(name.Position, $"{Key}: {Quote.InWords(name.Text)}{why}", hint);
    }
}
