using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>Makes lessons of a scene's text, with all that a render would say about it.</summary>
/// <param name="fonts">Stays open as long as any lesson is.</param>
internal sealed class SceneOpening(StudioSettings settings, FontShelf fonts)
{
    /// <summary>Reads, checks and opens a text.</summary>
    /// <returns>The lesson, null where there can be none; and its problems, those of the layout left out.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled while numbers were computed, or something was spoken.</exception>
    public (OpenLesson? Lesson, ImmutableArray<Diagnostic> Problems) Open(string text, ViewKey view, CancellationToken cancellation)
    {
        var read = Read(text, view.Language);
        if (read.Scene is not { } scene) return (null, read.Diagnostics);
        var size = scene.Video.Size.Shaped(settings.Quality, view.Shape ?? settings.Aspect);
        scene = scene with { Video = scene.Video with { Size = size } };

        var (narration, narrator, unsaid) = Speak(scene, cancellation);
        var shared = new SharedNumbers(tell: null, cancellation);
        var open = new OpenLesson(scene, fonts, shared, narration, narrator, keepsFonts: true);
        try
        {
            // Claims that do not hold while a number is turned are told beside the picture, not in its place.
            var problems = LessonChecks.Run(scene, open.Fonts, shared, open.WaitUntilMade, unmet: Severity.Warning);
            var isSound = problems.All(problem => problem.Severity != Severity.Error);
            // Where nobody can say it, the lesson is there all the same, in silence; its marks fall on nothing then.
            if (isSound && unsaid.IsEmpty) problems = problems.AddRange(MarkCheck.Run(open.Lesson));
            if (!isSound) open.Dispose();
            return (isSound ? open : null, [.. read.Diagnostics, .. unsaid, .. problems]);
        }
        catch
        {
            open.Dispose();
            throw;
        }
    }

    /// <summary>What keeps a text from being a scene; empty where nothing does that shows without its lesson.</summary>
    public ImmutableArray<Diagnostic> ErrorsOf(string text) =>
        [.. Read(text, language: null).Diagnostics.Where(problem => problem.Severity == Severity.Error)];

    ReadResult Read(string text, string? language)
    {
        string[] overrides = language is null ? [.. settings.Overrides] : [.. settings.Overrides, $"language={language}"];
        return SceneReader.Parse(text, settings.Scene, overrides, settings.AllowOutside, settings.Plugins);
    }

    (Narration? Narration, Narrator? Narrator, ImmutableArray<Diagnostic> Problems) Speak(Scene scene, CancellationToken cancellation) =>
        settings.Speaks && scene.Speaks
            ? new Narrator(settings.Rendering.CacheFolder) { TakesFolder = settings.TakesFolder }.SpeakAndKeep(scene, cancellation)
            : (null, null, []);
}
