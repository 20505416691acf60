namespace BackpropAnimator.Video.Rendering;

/// <summary>Adds up the progress of all jobs, and tells it one report at a time.</summary>
internal sealed class ProgressTally(int frameCount, IProgress<RenderProgress>? progress)
{
    readonly Lock telling = new();
    int done, reused;

    public void Rendered() => Tell(1, 0);

    public void Reused(int frames) => Tell(frames, frames);

    void Tell(int more, int moreReused)
    {
        lock (telling)
        {
            done += more;
            reused += moreReused;
            progress?.Report(new(done, frameCount, reused));
        }
    }
}
