using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Commands;

/// <summary>A scene ready to be drawn.</summary>
/// <param name="scene">A scene without errors.</param>
/// <param name="fonts">Closed together with this.</param>
internal sealed class OpenLesson(Scene scene, FontShelf fonts) : IDisposable
{
    readonly Lazy<Lesson> lesson = new(() => new(scene, fonts));

    public Scene Scene => scene;
    public FontShelf Fonts => fonts;
    public Lesson Lesson => lesson.Value;
    public SKSizeI Size => new(Scene.Video.Size.Width, Scene.Video.Size.Height);

    /// <summary>Every frame of the lesson.</summary>
    public FrameSequence Frames => new(Lesson.FrameCount, Lesson.Rate, Lesson.FrameAt);

    /// <summary>The same, until they are no longer wanted: then asking for one throws.</summary>
    public FrameSequence FramesUntil(CancellationToken cancellation) => Frames with
    {
        FrameAt = n =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Lesson.FrameAt(n);
        },
    };

    public void Dispose() => Fonts.Dispose();
}
