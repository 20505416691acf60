using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

public class FlagshipTests
{
    [Fact]
    public void The_flagship_is_the_lesson_of_52_seconds()
    {
        var result = SceneReader.Read(Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml"), []);

        Assert.Empty(result.Diagnostics);
        var scene = result.Scene!;
        Assert.Equal("Backpropagation — Gradient Flow", scene.Title);
        Assert.Equal([3, 4, 2], scene.Network.Layers.ToArray());
        Assert.Equal(["intro", "forward", "loss", "backward", "chain_rule", "weight_update", "outro"], scene.Phases.Select(p => p.Kind));
        Assert.Equal(54, scene.Phases.Sum(p => p.Duration));
    }

    [Fact]
    public void Every_shipped_scene_is_without_a_problem()
    {
        foreach (var file in Shipped.Scenes)
            Assert.Equal("", Scenes.Lines(SceneReader.Read(file, []).Diagnostics));
    }

    [Fact]
    public void Every_shipped_variant_is_without_a_problem()
    {
        foreach (var file in Shipped.VariantsFiles)
        {
            var result = VariantsReader.Read([file], [".mp4"]);
            Assert.Equal("", Scenes.Lines(result.Diagnostics));
            Assert.All(result.Variants, variant => Assert.Equal("", Scenes.Lines(SceneReader.Read(variant, []).Diagnostics)));
        }
    }
}
