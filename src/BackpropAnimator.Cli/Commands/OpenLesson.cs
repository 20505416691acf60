using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Commands;

/// <summary>A scene ready to be drawn. Its lesson is made at once, beside whatever the caller does first.</summary>
/// <param name="scene">A scene without errors; one whose numbers turn out to be unsound may not be asked for its lesson.</param>
/// <param name="fonts">Closed together with this.</param>
/// <param name="shared">The numbers that its checks need too; cancelling them ends the making of the lesson.</param>
internal sealed class OpenLesson(Scene scene, FontShelf fonts, SharedNumbers shared) : IDisposable
{
    readonly Task<Lesson> lesson = Task.Run(() => new Lesson(scene, fonts, shared));

    public Scene Scene => scene;
    public FontShelf Fonts => fonts;
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
        Fonts.Dispose();
    }
}
