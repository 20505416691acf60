using System.Collections.Immutable;

namespace BackpropAnimator.Video.Chunks;

/// <summary>Where a video is cut into chunks that are rendered, kept and joined on their own.</summary>
internal static class ChunkPlan
{
    // x264 delays its output by some frames. A stream that has no more than these gets irregular decoding timestamps.
    const int Shortest = 8;

    /// <summary>
    /// Cuts at each place given and, between, into the fewest equal parts that are short enough, an even number of them if more than one.
    /// A change within one part of a video therefore leaves the chunks of the others as they were, wherever they move to.
    /// </summary>
    /// <param name="cuts">Frame indices in order; those that would leave a chunk too short are passed over.</param>
    /// <param name="longest">Frames a chunk at most.</param>
    /// <returns>The whole video in order, without gaps.</returns>
    public static ImmutableArray<FrameRange> Cut(int frameCount, ImmutableArray<int> cuts, int longest)
    {
        var chunks = ImmutableArray.CreateBuilder<FrameRange>();
        var first = 0;
        foreach (var cut in cuts)
        {
            if (cut - first < Shortest || frameCount - cut < Shortest) continue;
            Divide(first, cut);
            first = cut;
        }
        Divide(first, frameCount);
        return chunks.ToImmutable();

        void Divide(int from, int to)
        {
            var parts = (to - from + longest - 1) / longest;
            // Two processors finish an even number of equal chunks at the same time. Shorter chunks would only mean more keyframes.
            if (parts > 1) parts += parts % 2;
            for (var part = 0; part < parts; part++)
            {
                var start = from + (int)((long)(to - from) * part / parts);
                chunks.Add(new(start, from + (int)((long)(to - from) * (part + 1) / parts) - start));
            }
        }
    }
}
