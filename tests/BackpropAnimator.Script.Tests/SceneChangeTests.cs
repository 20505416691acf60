namespace BackpropAnimator.Script.Tests;

/// <summary>What is told of a scene that was changed, in the words of whoever wrote it.</summary>
public class SceneChangeTests
{
    static string[] Changes(string before, string now) =>
        [.. SceneChange.Between(Scenes.Read(before), Scenes.Read(now)).Select(change => change.ToString())];

    static string[] Changes(params string[] overrides) =>
        [.. SceneChange.Between(Scenes.Read(Scenes.Good), Scenes.Read(Scenes.Good, overrides)).Select(change => change.ToString())];

    [Fact]
    public void The_same_scene_has_no_changes() => Assert.Empty(Changes());

    [Fact]
    public void Comments_and_the_order_of_keys_are_no_changes() => Assert.Empty(Changes(
        "network: { layers: [2, 1], seed: 3 }\nexample: { input: [1, 0], target: [1] }\nphases: [intro]\n",
        "# a remark\nphases: [intro]\nexample: { target: [1], input: [1, 0] }\nnetwork: { seed: 3, layers: [2, 1] }\n"));

    [Fact]
    public void A_short_form_says_the_same_as_the_long_one() => Assert.Empty(Changes(
        "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\nphases: [intro: 3s]\n",
        "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\nphases: [intro: { duration: 3s }]\n"));

    [Fact]
    public void A_value_is_told_with_what_it_was() => Assert.Equal(
        ["network.learning_rate is '0.2' and was '0.5'"], Changes("network.learning_rate=0.2"));

    [Fact]
    public void An_option_of_a_phase_is_told_by_the_name_of_the_phase() => Assert.Equal(
        ["phases.loss.caption is 'How wrong?', which is new"], Changes("phases.loss.caption=How wrong?"));

    [Fact]
    public void The_second_phase_of_a_kind_is_told_apart() => Assert.Equal(
        ["phases.intro 2.duration is '4s' and was '3s'"], Changes(
            "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\nphases: [intro: 1s, intro: 3s]\n",
            "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\nphases: [intro: 1s, intro: 4s]\n"));

    [Fact]
    public void Phases_that_came_went_or_moved_are_told() => Assert.Equal(
        [
            "phases.d is '{ intro: { name: d } }', which is new", "phases.a, '{ intro: { name: a } }', is gone",
            "the order of the phases has changed",
        ],
        Changes(Named("a", "b", "c"), Named("c", "b", "d")));

    static string Named(params string[] names) =>
        "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\nphases:\n"
        + string.Concat(names.Select(name => $"  - intro: {{ name: {name} }}\n"));
}
