using System.Collections.Immutable;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;

namespace BackpropAnimator.Lessons;

/// <summary>Loads scenes for programs that want a scene or an exception.</summary>
public static class SceneLoading
{
    extension(Scene)
    {
        /// <summary>Reads a scene from a file.</summary>
        /// <param name="path">The file.</param>
        /// <param name="phases">Adds phases of the caller's own to those that every lesson has.</param>
        /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
        /// <param name="plugins">Loads the assemblies that the scene names under <c>use</c>; null where it may name none.</param>
        /// <exception cref="SceneException">The file cannot be had, or has problems; the message lists them all.</exception>
        public static Scene Load(
            string path, Action<PhaseList>? phases = null, IEnumerable<string>? overrides = null, IPhaseLoader? plugins = null) =>
            Accept(Reader(phases, plugins).Read(path, overrides ?? []));

        /// <summary>Reads a scene from a text.</summary>
        /// <inheritdoc cref="Load(string, Action{PhaseList}?, IEnumerable{string}?, IPhaseLoader?)"/>
        /// <param name="text">The scene, in YAML.</param>
        /// <param name="file">What messages call it; files that the scene names are looked for in this one's folder.</param>
        public static Scene Parse(
            string text, string file = "scene", Action<PhaseList>? phases = null, IEnumerable<string>? overrides = null) =>
            Accept(Reader(phases, null).Parse(text, file, overrides ?? []));
    }

    internal static Scene Accept(ReadResult result) => result.Scene ?? throw new SceneException(result.Diagnostics);

    static ScriptReader Reader(Action<PhaseList>? phases, IPhaseLoader? plugins) =>
        new(PhaseList.Catalog(phases)) { Plugins = plugins, TitleIn = Words.TitleIn };
}

/// <summary>A scene has problems that keep it from being a lesson.</summary>
/// <param name="diagnostics">All of them, and warnings too.</param>
public sealed class SceneException(ImmutableArray<Diagnostic> diagnostics) : Exception(string.Join('\n', diagnostics))
{
    /// <summary>Each problem with its place, what was expected, and what to do.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;
}

/// <summary>Phases that are added to those that every lesson has.</summary>
public sealed class PhaseList
{
    readonly List<PhaseModule> own = [];

    PhaseList()
    {
    }

    /// <summary>Adds the phase of a class.</summary>
    /// <typeparam name="TPhase">A class with <see cref="PhaseAttribute"/>.</typeparam>
    /// <exception cref="ArgumentException">
    /// The class is not what <see cref="PhaseAttribute"/> asks for; the message says what is missing.
    /// </exception>
    public PhaseList Add<TPhase>() where TPhase : Phase
    {
        own.Add(PhaseModule.Of<TPhase>());
        return this;
    }

    /// <summary>The phases that every lesson has, and those that are added.</summary>
    internal static PhaseCatalog Catalog(Action<PhaseList>? add)
    {
        if (add is null) return PhaseModule.BuiltIn;
        var list = new PhaseList();
        add(list);
        return PhaseModule.BuiltIn.With(list.own);
    }
}
