using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>Reads scene files. Every problem becomes a diagnostic, all in one go; nothing is thrown for what a file holds.</summary>
public static class ScriptReader
{
    /// <summary>Reads a scene from a file.</summary>
    /// <param name="path">The file, named in diagnostics as it is given here.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    /// <param name="allowOutside">Whether the scene may name files outside its folder.</param>
    public static ReadResult Read(string path, IEnumerable<string> overrides, bool allowOutside = false)
    {
        var problems = new DiagnosticBag();
        var text = SceneFile.Read(path, problems);
        return Read(text, path, Parse(overrides, problems), allowOutside, problems);
    }

    /// <summary>Reads a variant's scene with the variant's changes.</summary>
    /// <param name="overrides">Further changes, in the form <c>phases.backward.duration=20s</c>, applied after those of the variant.</param>
    /// <param name="allowOutside">Whether the scene may name files outside its folder.</param>
    public static ReadResult Read(Variant variant, IEnumerable<string> overrides, bool allowOutside = false)
    {
        var problems = new DiagnosticBag();
        var text = SceneFile.Read(variant.Scene, problems);
        return Read(text, variant.Scene, [.. variant.Changes, .. Parse(overrides, problems)], allowOutside, problems);
    }

    /// <summary>Reads a scene from a text.</summary>
    /// <param name="text">The scene.</param>
    /// <param name="file">What diagnostics call it; files that the scene names are looked for in this one's folder.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    /// <param name="allowOutside">Whether the scene may name files outside its folder.</param>
    public static ReadResult Parse(string text, string file, IEnumerable<string> overrides, bool allowOutside = false)
    {
        var problems = new DiagnosticBag();
        return Read(SceneFile.Accept(text, file, problems), file, Parse(overrides, problems), allowOutside, problems);
    }

    static List<Override> Parse(IEnumerable<string> overrides, DiagnosticBag problems) => [.. overrides.Select(o => Override.Parse(o, problems)).OfType<Override>()];

    static ReadResult Read(string? text, string file, IReadOnlyList<Override> changes, bool allowOutside, DiagnosticBag problems)
    {
        var root = text is null ? null : Composer.Compose(text, mark => new(file, (int)mark.Line, (int)mark.Column), problems);
        Scene? scene = null;
        if (root is not null)
        {
            foreach (var change in changes) root = new OverrideWriter(change, problems).Apply(root);
            var binder = new Binder(problems);
            scene = binder.Scene(root);
            if (scene is not null)
            {
                scene = new SampleSource(file, allowOutside, binder.IsSound, problems).Fill(scene);
                if (scene.Network is { Layers.IsDefaultOrEmpty: false } && !scene.Phases.IsDefault && !problems.HasErrors)
                    scene = scene with { Phases = [.. scene.Phases.Select(phase => phase.CompletedFrom(scene))] };
                scene = new ImageSource(file, allowOutside, problems).Fill(scene);
                SceneChecks.Run(new(scene, binder.IsSound, problems));
            }
        }
        return new(problems.HasErrors ? null : scene, problems.InOrder(file));
    }
}
