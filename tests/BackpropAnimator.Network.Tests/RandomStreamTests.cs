namespace BackpropAnimator.Network.Tests;

public class RandomStreamTests
{
    [Fact]
    public void SplitMix64_gives_its_published_numbers()
    {
        var state = 1234567UL;
        ulong[] drawn = [.. Enumerable.Range(0, 5).Select(_ => RandomStream.SplitMix64(ref state))];

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], drawn);
    }

    [Fact]
    public void Xoshiro256_starstar_gives_its_published_numbers()
    {
        var stream = new RandomStream(1, 2, 3, 4);
        ulong[] drawn = [.. Enumerable.Range(0, 4).Select(_ => stream.NextBits())];

        Assert.Equal([11520, 0, 1509978240, 1215971899390074240], drawn);
    }

    [Fact]
    public void Uniform_numbers_fill_their_range_evenly()
    {
        var stream = new RandomStream(1);
        double[] drawn = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextUniform(-2, 4))];

        Assert.All(drawn, x => Assert.InRange(x, -2, 4));
        Assert.Equal(1, drawn.Average(), 0.02);
        Assert.Equal(3, drawn.Average(x => (x - 1) * (x - 1)), 0.03);      // (4 − −2)² / 12
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_variance_1()
    {
        var stream = new RandomStream(1);
        double[] drawn = [.. Enumerable.Range(0, 100_000).Select(_ => stream.NextNormal())];

        Assert.Equal(0, drawn.Average(), 0.01);
        Assert.Equal(1, drawn.Average(x => x * x), 0.02);
        Assert.Equal(0.6827, drawn.Count(x => Math.Abs(x) < 1) / 100_000.0, 0.005);
    }

    [Fact]
    public void Every_order_of_three_items_is_equally_likely()
    {
        var stream = new RandomStream(1);
        var counts = new Dictionary<string, int>();
        for (var n = 0; n < 60_000; n++)
        {
            int[] items = [0, 1, 2];
            stream.Shuffle(items);
            var order = string.Concat(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_500, 10_500));
    }
}
