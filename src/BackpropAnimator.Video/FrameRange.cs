namespace BackpropAnimator.Video;

/// <summary>Frames from one index on.</summary>
public readonly record struct FrameRange(int First, int Count)
{
    /// <summary>The index of the frame after the last.</summary>
    public int End => First + Count;
}
