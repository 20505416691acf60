using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Studio.Frames;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>A lesson that can be looked at: what a scene's text was made into, in one shape and language.</summary>
/// <remarks>Whoever uses it holds it meanwhile; the last one who lets go of it closes it.</remarks>
internal sealed class LessonView : IDisposable
{
    // Two cores: one frame is painted while the one before is encoded, and on its way.
    const int PaintersInMotion = 2;

    readonly OpenLesson open;
    readonly PainterPool inMotion, atRest;
    readonly Lock gate = new();
    readonly CancellationTokenSource retired = new();
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lazy<Task<LessonReview>> review;
    readonly Lazy<Task<byte[]?>> sound;
    int holders = 1;

    /// <param name="id">Another one for each view of this studio.</param>
    /// <param name="revision">That of the text.</param>
    /// <param name="rendering">How its sound is made, and where it is kept.</param>
    public LessonView(int id, int revision, ViewKey key, OpenLesson open, RenderOptions rendering)
    {
        (Id, Revision, Key, this.open) = (id, revision, key, open);
        SizeInMotion = MotionSize.Of(open.Scene.Video.Size);
        inMotion = new(SizeInMotion, open.Fonts, PaintersInMotion);
        atRest = new(open.Size, open.Fonts, most: 1);
        review = new(() => Task.Run(Review));
        sound = new(() => Task.Run(() => HearAsync(rendering)));
    }

    public int Id { get; }

    public int Revision { get; }

    public ViewKey Key { get; }

    public Lesson Lesson => open.Lesson;

    /// <summary>The size of pictures that are scrubbed and played.</summary>
    public SKSizeI SizeInMotion { get; }

    /// <summary>A frame as it is scrubbed and played: JPEG of <see cref="SizeInMotion"/>.</summary>
    public Task<byte[]> InMotionAsync(int frame, CancellationToken cancellation) =>
        inMotion.PaintAsync(frame, Lesson.FrameAt, PictureEncoding.Jpeg, cancellation);

    /// <summary>The same as the video has it: PNG of the scene's size, every pixel as it is rendered.</summary>
    public Task<byte[]> AtRestAsync(int frame, CancellationToken cancellation) =>
        atRest.PaintAsync(frame, Lesson.FrameAt, PictureEncoding.Png, cancellation);

    /// <summary>What viewers would have trouble with, in all of the lesson: looked for once, when it is first asked for.</summary>
    /// <exception cref="OperationCanceledException">Another text has come in the place of this one's, or nobody waits any more.</exception>
    public Task<LessonReview> ReviewAsync(CancellationToken cancellation) => review.Value.WaitAsync(cancellation);

    /// <summary>What is heard in all of the lesson: mixed once, when it is first asked for.</summary>
    /// <returns>An MP4 file with AAC; null where nothing is heard.</returns>
    /// <exception cref="OperationCanceledException">Another text has come in the place of this one's, or nobody waits any more.</exception>
    /// <exception cref="RenderException">FFmpeg or the disk do not allow it.</exception>
    public Task<byte[]?> SoundAsync(CancellationToken cancellation) => sound.Value.WaitAsync(cancellation);

    /// <summary>What viewers would have trouble with in the layout of one frame.</summary>
    public ImmutableArray<LayoutProblem> LayoutProblemsAt(int frame) => LayoutCheck.At(Lesson, frame, open.Fonts);

    /// <summary>Ends what is done for all of the lesson, and lets go of it: another one is shown in its place.</summary>
    /// <returns>Done when nobody uses the lesson any more.</returns>
    public Task RetireAsync()
    {
        retired.Cancel();
        Dispose();
        return closed.Task;
    }

    LessonReview Review()
    {
        if (!TryHold()) throw new OperationCanceledException();
        using (this) return LessonReview.Of(open, retired.Token);
    }

    async Task<byte[]?> HearAsync(RenderOptions rendering)
    {
        if (!TryHold()) throw new OperationCanceledException();
        using (this) return await Lesson.SoundAsync(rendering, retired.Token);
    }

    /// <summary>Keeps it open until <see cref="Dispose"/> is called once more; false where it has been closed.</summary>
    public bool TryHold()
    {
        lock (gate)
        {
            if (holders == 0) return false;
            holders++;
            return true;
        }
    }

    public void Dispose()
    {
        lock (gate)
            if (--holders > 0) return;
        inMotion.Dispose();
        atRest.Dispose();
        open.Dispose();
        retired.Dispose();
        closed.SetResult();
    }
}
