using System.Collections.Immutable;
using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Checks;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Phases;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>Reads scenes. Every problem becomes a diagnostic, all in one go; nothing is thrown for what a file holds.</summary>
/// <param name="phases">The kinds of phases that a scene can have.</param>
public sealed class ScriptReader(PhaseCatalog phases)
{
    /// <summary>Whether a scene may name files outside its folder.</summary>
    public bool AllowOutside { get; init; }

    /// <summary>Loads the assemblies with phases that scenes name under <c>use</c>; null where they may not be used.</summary>
    public IPhaseLoader? Plugins { get; init; }

    /// <summary>What a lesson is called that its scene has no title for, by its language; in English where it is left out.</summary>
    public Func<string, string>? TitleIn { get; init; }

    /// <summary>Reads a scene from a file.</summary>
    /// <param name="path">The file, named in diagnostics as it is given here.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    public ReadResult Read(string path, IEnumerable<string> overrides)
    {
        var problems = new DiagnosticBag();
        var text = SceneFile.Read(path, problems);
        return Read(text, path, Changes(overrides, problems), problems);
    }

    /// <summary>Reads a scene from a stream, to its end.</summary>
    /// <param name="stream">The scene, in UTF-8.</param>
    /// <param name="file">What diagnostics call it; files that the scene names are looked for in this one's folder.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    public ReadResult Read(Stream stream, string file, IEnumerable<string> overrides)
    {
        var problems = new DiagnosticBag();
        var text = SceneFile.Read(stream, file, problems);
        return Read(text, file, Changes(overrides, problems), problems);
    }

    /// <summary>Reads a variant's scene with the variant's changes.</summary>
    /// <param name="overrides">
    /// Further changes, in the form <c>phases.backward.duration=20s</c>, applied after those of the variant.
    /// </param>
    public ReadResult Read(Variant variant, IEnumerable<string> overrides)
    {
        var problems = new DiagnosticBag();
        var text = SceneFile.Read(variant.Scene, problems);
        return Read(text, variant.Scene, [.. variant.Changes, .. Changes(overrides, problems)], problems);
    }

    /// <summary>Reads a scene from a text.</summary>
    /// <param name="text">The scene.</param>
    /// <param name="file">What diagnostics call it; files that the scene names are looked for in this one's folder.</param>
    /// <param name="overrides">Changes in the form <c>phases.backward.duration=20s</c>, applied in order.</param>
    public ReadResult Parse(string text, string file, IEnumerable<string> overrides)
    {
        var problems = new DiagnosticBag();
        return Read(SceneFile.Accept(text, file, problems), file, Changes(overrides, problems), problems);
    }

    /// <summary>Completes and checks a scene that was built in code, as if it had been read.</summary>
    /// <returns>The scene with every value that follows from others; or what is wrong with it.</returns>
    public ReadResult Complete(Scene scene)
    {
        var problems = new DiagnosticBag();
        new BuiltScene(phases, problems).Check(scene);
        if (problems.HasErrors) return new(null, problems.InOrder(""));
        // A program may read what it likes, and so what its own scene names; paths are then seen from the current folder.
        var whole = Completed(BuiltScene.Placed(scene), "", allowOutside: true, (_, _) => true, phases, problems);
        return new(problems.HasErrors ? null : whole, problems.InOrder(""));
    }

    static List<Override> Changes(IEnumerable<string> overrides, DiagnosticBag problems) =>
        [.. overrides.Select(o => Override.Parse(o, problems)).OfType<Override>()];

    ReadResult Read(string? text, string file, IReadOnlyList<Override> changes, DiagnosticBag problems)
    {
        var root = text is null ? null : Composer.Compose(text, mark => new(file, (int)mark.Line, (int)mark.Column), problems);
        if (root is null) return new(null, problems.InOrder(file));

        var written = LanguageOf(root);
        // What the scene may have depends on the assemblies that it names, so changes to these come first.
        foreach (var change in changes.Where(PluginList.IsAbout)) root = new OverrideWriter(change, phases, problems).Apply(root);
        var plugins = new PluginList(file, AllowOutside, Plugins, problems);
        var kinds = plugins.AddTo(phases, root);
        foreach (var change in changes.Where(change => !PluginList.IsAbout(change)))
            root = new OverrideWriter(change, kinds, problems).Apply(root);
        var translation = new Translation(LanguageOf(root), written, kinds, problems);
        root = translation.Apply(root);
        var binder = new Binder(kinds, problems) { LacksPlugins = plugins.AreMissing };
        var scene = binder.Scene(root);
        if (scene is not null && Plugins is null) VoiceChecks.RefuseCommand(scene.Voice, problems);
        if (scene is not null) scene = scene with { WrittenLanguages = translation.Languages };
        if (scene is not null) scene = Completed(scene, file, AllowOutside, binder.IsSound, kinds, problems);
        return new(problems.HasErrors ? null : scene, problems.InOrder(file));
    }

    // As it will be read; what is no tag is reported then.
    static string LanguageOf(Node root) =>
        root is MappingNode keys && keys.Find("language") is ScalarNode { Text: var text } && LanguageFormat.IsTag(text.Trim())
            ? text.Trim()
            : Scene.DefaultLanguage;

    Scene Completed(
        Scene scene, string file, bool allowOutside, Func<ScriptElement, string, bool> isSound, PhaseCatalog kinds, DiagnosticBag problems)
    {
        var files = new SceneFiles(file, allowOutside, problems);
        scene = scene with
        {
            Theme = scene.Theme.WithFiles(files),
            Voice = scene.Voice.WithFiles(files),
            Music = scene.Music?.WithFiles(files),
        };
        if (TitleIn is not null && scene.Title == Scene.DefaultTitle && !scene.Has(nameof(scene.Title)))
            scene = scene with { Title = TitleIn(scene.Language) };
        // What the network is like tells what the data should be like.
        if (scene.Network is { } network) scene = scene with { Network = files.WithWeights(network) };
        scene = new SampleSource(files, isSound, problems).Fill(scene) with { Kinds = kinds };
        if (!scene.Phases.IsDefault)
        {
            if (scene.Network is { Layers.IsDefaultOrEmpty: false } && !problems.HasErrors)
                scene = scene with { Phases = [.. scene.Phases.Select(phase => phase.CompletedFrom(scene))] };
            scene = scene with
            {
                Phases = [.. scene.Phases.Select(phase => phase.WithFiles(files) with { Say = phase.Say?.WithFiles(files) })],
            };
        }
        SceneChecks.Run(new(scene, isSound, problems, kinds));
        return scene;
    }
}

/// <summary>What reading a scene gave.</summary>
/// <param name="Scene">The scene; null exactly when a diagnostic is an error.</param>
/// <param name="Diagnostics">Every problem found, in the order of the file, those of overrides last.</param>
public sealed record ReadResult(Scene? Scene, ImmutableArray<Diagnostic> Diagnostics);
