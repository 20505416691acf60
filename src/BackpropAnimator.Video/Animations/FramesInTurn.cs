using System.Collections;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Video.Animations;

/// <summary>Every n-th frame of a sequence, each composed when its turn comes.</summary>
internal sealed class FramesInTurn(FrameSequence frames, int stride) : IReadOnlyCollection<Frame>
{
    public int Count => (frames.Count + stride - 1) / stride;

    public IEnumerator<Frame> GetEnumerator()
    {
        for (var n = 0; n < frames.Count; n += stride) yield return frames.FrameAt(n);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
