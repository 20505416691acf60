using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Editing;

namespace BackpropAnimator.Script.Tests;

/// <summary>The numbers of a scene that a slider can turn.</summary>
public class NumericKeysTests
{
    static string Line(NumericKey key) => FormattableString.Invariant(
        $"{key.Path}: {key.Label} {key.Value}{key.Unit}, {key.Default} by itself, {key.Limits?.InWords(key.Unit)}, ")
        + (key.IsWhole ? "whole " : "") + (key.IsWritten ? "written" : "left out");

    [Fact]
    public void A_lesson_turns_on_its_learning_rate_its_seed_and_its_example() => Assert.Equal(
        [
            "network.learning_rate: learning rate 0.5, 0.5 by itself, over 0 and up to 1000, written",
            "network.seed: seed 7, 1 by itself, from 0 to 2147483647, whole written",
            "example.input[0]: input 1 0.9,  by itself, from -1000000 to 1000000, written",
            "example.input[1]: input 2 0.1,  by itself, from -1000000 to 1000000, written",
            "example.input[2]: input 3 0.4,  by itself, from -1000000 to 1000000, written",
            "example.target[0]: target 1 1,  by itself, from -1000000 to 1000000, written",
            "example.target[1]: target 2 0,  by itself, from -1000000 to 1000000, written",
        ],
        NumericKeys.OfNetwork(Scenes.Read(Scenes.Good)).Select(Line));

    [Theory]
    [InlineData(0, "phases[0].duration: duration 3s, 3 by itself, over 0s and up to 3600s, left out")]
    [InlineData(1, "phases[1].duration: duration 10s, 10 by itself, over 0s and up to 3600s, written")]
    [InlineData(2, "phases[2].duration: duration 5s, 6 by itself, over 0s and up to 3600s, written")]
    public void A_phase_has_its_duration_whether_it_is_written_or_not(int phase, string expected) =>
        Assert.Contains(expected, NumericKeys.OfPhase(Scenes.Read(Scenes.Good), phase).Select(Line));

    [Fact]
    public void Lists_and_inner_keys_have_numbers_of_their_own()
    {
        var scene = Scenes.Read(Scenes.With(
            "- outro", "- compare: { left: { learning_rate: 0.1 }, right: { seed: 3 }, epochs: 20 }\n  - outro: { steps: 5 }"));

        var paths = NumericKeys.OfPhase(scene, 6).Where(key => key.IsWritten).Select(key => $"{key.Path} {key.Label} {key.Value}");

        Assert.Equal(
            [
                "phases[6].left.learning_rate left: learning rate 0.1", "phases[6].right.seed right: seed 3",
                "phases[6].epochs epochs 20",
            ],
            paths);
    }

    /// <summary>Each number of each shipped scene can be set where its slider says, and is then read again.</summary>
    [Fact]
    public void Every_number_is_written_where_it_says()
    {
        foreach (var file in Shipped.Scenes)
        {
            var text = File.ReadAllText(file);
            var scene = Assert.IsType<Scene>(SceneReader.Parse(text, file, []).Scene);
            var editor = new SceneEditor(scene.Kinds!, file);
            foreach (var phase in Enumerable.Range(0, scene.Phases.Length))
                foreach (var key in NumericKeys.OfPhase(scene, phase).Where(key => key is { Value: not null, IsWritten: true }))
                {
                    var edited = new SetNumber(key.Path, key.Value!.Value, key.Unit).In(text, editor);
                    Assert.True(edited.IsDone, $"{key.Path}: {Scenes.Lines(edited.Problems)}");
                }
        }
    }
}
