using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator;

/// <summary>A scene ready to be drawn. Its lesson is made at once, beside whatever the caller does first.</summary>
public sealed class OpenLesson : IDisposable
{
    readonly FontShelf shipped;
    readonly bool keepsFonts;
    readonly Task<Lesson> lesson;
    readonly Narrator? narrator;

    /// <param name="scene">A scene without errors; one whose numbers turn out to be unsound may not be asked for its lesson.</param>
    /// <param name="fonts">Closed together with this, unless others have them too.</param>
    /// <param name="shared">The numbers that its checks need too; cancelling them ends the making of the lesson.</param>
    /// <param name="narration">What is said in it; null for silent timing.</param>
    /// <param name="narrator">Who keeps that; closed together with this.</param>
    /// <param name="keepsFonts">Whether others have the fonts too.</param>
    public OpenLesson(
        Scene scene, FontShelf fonts, SharedNumbers shared, Narration? narration = null, Narrator? narrator = null,
        bool keepsFonts = false)
    {
        (this.narrator, this.keepsFonts) = (narrator, keepsFonts);
        (Scene, shipped, Fonts) = (scene, fonts, ThemeFiles.FontsOf(scene, fonts));
        lesson = Task.Run(() => new Lesson(scene, Fonts, shared, narration));
    }

    public Scene Scene { get; }

    /// <summary>The scene's own in the place of the program's.</summary>
    public FontShelf Fonts { get; }

    public Lesson Lesson => lesson.GetAwaiter().GetResult();

    public SKSizeI Size => LessonVideo.SizeOf(Scene);

    /// <summary>Every frame of the lesson.</summary>
    public FrameSequence Frames => Excerpt.Whole(Lesson).Frames;

    /// <summary>The same, until they are no longer wanted: then asking for one throws.</summary>
    public FrameSequence FramesUntil(CancellationToken cancellation) => Frames with
    {
        FrameAt = n =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Lesson.FrameAt(n);
        },
    };

    /// <summary>Waits until the lesson is made, or turns out not to be possible.</summary>
    public void WaitUntilMade() => Task.WaitAny(lesson);

    public void Dispose()
    {
        // It may still be at work with the fonts; whether it succeeded no longer matters.
        WaitUntilMade();
        if (Fonts != shipped) Fonts.Dispose();
        if (!keepsFonts) shipped.Dispose();
        narrator?.Dispose();
    }
}
