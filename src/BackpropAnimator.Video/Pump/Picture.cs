using System.Collections.Concurrent;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video.Pump;

/// <summary>A reused buffer with one converted frame. It goes back to where it came from when its last user has released it.</summary>
internal sealed class Picture(EncoderPicture planes, BlockingCollection<Picture> home)
{
    int users;

    public EncoderPicture Planes => planes;

    /// <summary>What differs from the painter's surface.</summary>
    public StaleTiles Stale { get; } = new(planes.Size);

    public Picture Use()
    {
        Interlocked.Increment(ref users);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) == 0) home.Add(this);
    }
}
