using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A long sum writes the terms that matter, and what is on screen adds up to its result.</summary>
public class LongSumTests
{
    static readonly double[] values = [0.02, -1.5, 0.3, 0, 0.01, 2.25, -0.04];

    [Fact]
    public void The_largest_terms_are_written_in_their_order_and_the_others_as_one_number()
    {
        var sum = new LongSum(values.Length, i => values[i]);

        Assert.Equal(["t1", "t2", "t5", @"[\text{4 more: }{−}0.01]"], sum.Write(i => $"t{i}", 2, Words.Of("en")).ToArray());
        Assert.Equal(values.Sum(), sum.Add(i => values[i], 2), 1e-12);
    }

    [Fact]
    public void A_short_sum_is_written_whole_and_terms_that_are_0_give_way_in_a_long_one()
    {
        Assert.Equal(["t0", "t1", "t2", "t3"], new LongSum(4, i => values[i]).Write(i => $"t{i}", 2, Words.Of("en")).ToArray());
        Assert.Equal(
            ["t3", @"[\text{9 more: }0.00]"], new LongSum(10, i => i == 3 ? -4.6 : 0).Write(i => $"t{i}", 2, Words.Of("en")).ToArray());
    }

    [Theory]
    [InlineData("4, 8, 8, 3", "relu")]
    [InlineData("13, 10, 5, 3", "tanh")]
    [InlineData("784, 32, 10", "softmax")]
    public void What_a_viewer_adds_up_comes_to_the_number_that_is_shown(string layers, string output)
    {
        var lesson = RoomTests.Make(layers, output, 0, "1280x720", "forward");
        var step = new LessonNumbers(lesson.Scene).Step;
        for (var layer = 1; layer < step.Before.LayerSizes.Length; layer++)
            for (var j = 0; j < step.Before.LayerSizes[layer]; j++)
            {
                // Five numbers of two decimals: each at most half a hundredth off, two of them times another number.
                var z = step.Forward.Layers[layer - 1].PreActivation[j];
                Assert.InRange(Rounded.PreActivation(step, new Unit(layer, j)), z - 0.08, z + 0.08);
            }
        Assert.InRange(Rounded.Loss(step, LongSum.MostTerms), 0.9 * step.Loss - 0.05, 1.1 * step.Loss + 0.05);
    }

    [Theory]
    [InlineData(0.1234, "+0.123")]
    [InlineData(-12.3456, "−12.35")]
    [InlineData(123.456, "+123.5")]
    [InlineData(4e-4, "≈ 0")]
    [InlineData(0, "0")]
    public void A_delta_beside_its_disc_keeps_to_the_room_that_it_has(double delta, string written) =>
        Assert.Equal(written, Numbers.SignedWithin(delta, 1, 6));
}
