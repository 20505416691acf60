using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Reads scenes of the phases that lessons have. Every problem becomes a
/// diagnostic, all in one go; nothing is thrown for what a file holds.
/// </summary>
public static class SceneReader
{
    /// <summary>Reads a scene from a file.</summary>
    /// <param name="path">The file, named in diagnostics as it is given here.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    /// <param name="allowOutside">Whether the scene may name files outside its folder.</param>
    /// <param name="plugins">Loads the assemblies with phases that the scene names; null where it may name none.</param>
    public static ReadResult Read(string path, IEnumerable<string> overrides, bool allowOutside = false, IPhaseLoader? plugins = null) =>
        Reader(allowOutside, plugins).Read(path, overrides);

    /// <summary>Reads a scene from a stream, to its end.</summary>
    /// <inheritdoc cref="Read(string, IEnumerable{string}, bool, IPhaseLoader?)"/>
    /// <param name="stream">The scene, in UTF-8.</param>
    /// <param name="file">What diagnostics call it; files that the scene names are looked for in this one's folder.</param>
    public static ReadResult Read(
        Stream stream, string file, IEnumerable<string> overrides, bool allowOutside = false, IPhaseLoader? plugins = null) =>
        Reader(allowOutside, plugins).Read(stream, file, overrides);

    /// <summary>Reads a variant's scene with the variant's changes.</summary>
    /// <inheritdoc cref="Read(string, IEnumerable{string}, bool, IPhaseLoader?)"/>
    /// <param name="variant">The variant.</param>
    public static ReadResult Read(
        Variant variant, IEnumerable<string> overrides, bool allowOutside = false, IPhaseLoader? plugins = null) =>
        Reader(allowOutside, plugins).Read(variant, overrides);

    /// <summary>Reads a scene from a text.</summary>
    /// <inheritdoc cref="Read(string, IEnumerable{string}, bool, IPhaseLoader?)"/>
    /// <param name="text">The scene.</param>
    /// <param name="file">What diagnostics call it; files that the scene names are looked for in this one's folder.</param>
    public static ReadResult Parse(
        string text, string file, IEnumerable<string> overrides, bool allowOutside = false, IPhaseLoader? plugins = null) =>
        Reader(allowOutside, plugins).Parse(text, file, overrides);

    static ScriptReader Reader(bool allowOutside, IPhaseLoader? plugins) =>
        new(PhaseModule.BuiltIn) { AllowOutside = allowOutside, Plugins = plugins, TitleIn = Words.TitleIn };
}
