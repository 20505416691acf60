using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Commands;

/// <summary>A scene ready to be drawn.</summary>
internal sealed class OpenLesson : IDisposable
{
    public OpenLesson(Scene scene)
    {
        Scene = scene;
        Fonts = FontShelf.Open();
        Lesson = new(scene, Fonts);
    }

    public Scene Scene { get; }
    public FontShelf Fonts { get; }
    public Lesson Lesson { get; }
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
