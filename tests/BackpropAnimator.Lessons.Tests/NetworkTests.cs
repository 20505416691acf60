using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Every network that a scene may describe can be shown.</summary>
public class NetworkTests
{
    public static TheoryData<string, string> ActivationsAndLosses()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var activation in Activation.All)
            foreach (var loss in Loss.All.Where(loss => loss.CanFollow(activation))) pairs.Add(activation.Name, loss.Name);
        return pairs;
    }

    static string Network(string activation, string loss) =>
        Lessons.Sized("2-3-2", activation == "softmax" ? "[tanh, softmax]" : activation, loss);

    [Fact]
    public void The_reader_takes_every_pair_of_activation_and_loss_that_the_network_takes()
    {
        foreach (var activation in Activation.All)
            foreach (var loss in Loss.All)
                Assert.Equal(
                    loss.CanFollow(activation), SceneReader.Parse(Network(activation.Name, loss.Name), "s.yaml", []).Scene is not null);
    }

    [Theory, MemberData(nameof(ActivationsAndLosses))]
    public void Every_activation_can_be_shown_with_every_loss_that_may_follow_it(string activation, string loss) =>
        Frames.AssertDrawable(Lessons.Make(Network(activation, loss), "video.fps=2"), Thorough.Every(4));

    [Theory]
    [InlineData("1-1-1")]
    [InlineData("1-1")]
    [InlineData("2-2-1")]
    [InlineData("5-8-8-3")]
    [InlineData("10-10-10-10-10-10")]
    [InlineData("784-128-10")]
    [InlineData("1-1000-1")]
    [InlineData("1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1")]
    public void A_network_of_any_size_can_be_shown(string layers)
    {
        string[] sizes = ["1920x1080", "1080x1920", "1080x1080", "16x4096", "4096x16"];
        foreach (var size in layers.Length > 9 ? Thorough.Sample(sizes, 2) : sizes)
            Frames.AssertDrawable(Lessons.Make(Lessons.Sized(layers), "video.fps=2", $"video.size={size}"), Thorough.Every(10));
    }

    [Theory]
    [InlineData("relu", 1e4)]
    [InlineData("identity", 1e6)]
    [InlineData("softplus", 1e4)]
    [InlineData("sigmoid", 1e6)]
    [InlineData("tanh", 1e-9)]
    public void Large_and_small_numbers_can_be_shown(string activation, double scale) =>
        Frames.AssertDrawable(Lessons.Make(Lessons.Sized("3-4-2", activation, inputScale: scale), "video.fps=2"), Thorough.Every(2));
}
