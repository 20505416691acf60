using System.Collections.Immutable;
using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video.Tests;

public class ChunkPlanTests
{
    static (int First, int Count)[] Cut(int frameCount, int longest, params int[] cuts) =>
        [.. ChunkPlan.Cut(frameCount, [.. cuts], longest).Select(r => (r.First, r.Count))];

    [Fact]
    public void A_short_video_is_one_chunk() => Assert.Equal([(0, 5)], Cut(5, 240));

    [Fact]
    public void What_is_too_long_is_divided_evenly() => Assert.Equal([(0, 150), (150, 151)], Cut(301, 240));

    [Fact]
    public void What_is_divided_comes_in_an_even_number_so_that_two_processors_finish_together() =>
        Assert.Equal([(0, 125), (125, 125), (250, 125), (375, 125)], Cut(500, 240));

    [Fact]
    public void Every_cut_starts_a_chunk() => Assert.Equal([(0, 100), (100, 200), (300, 200), (500, 200)], Cut(700, 240, 100, 300));

    [Fact]
    public void Cuts_that_leave_too_little_are_passed_over() => Assert.Equal([(0, 50), (50, 53)], Cut(103, 240, 0, 3, 50, 52, 100, 103));

    [Fact]
    public void A_longer_part_leaves_the_other_parts_chunks_as_long_as_they_were()
    {
        var before = Cut(3120, 240, 180, 780, 1080).Select(c => c.Count).ToArray();
        var after = Cut(3220, 240, 180, 880, 1180).Select(c => c.Count).ToArray();
        Assert.Equal(before[..1], after[..1]);
        Assert.Equal(before[5..], after[5..]);
    }

    [Fact]
    public void Chunks_cover_everything_once_and_are_neither_long_nor_tiny()
    {
        var random = new Random(7);
        for (var trial = 0; trial < 500; trial++)
        {
            var (count, longest) = (random.Next(1, 3000), random.Next(16, 300));
            var cuts = Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(count + 1)).Order().ToImmutableArray();

            var chunks = ChunkPlan.Cut(count, cuts, longest);

            Assert.Equal(Enumerable.Range(0, count), chunks.SelectMany(c => Enumerable.Range(c.First, c.Count)));
            Assert.All(chunks, c => Assert.InRange(c.Count, Math.Min(8, count), longest));
        }
    }
}
