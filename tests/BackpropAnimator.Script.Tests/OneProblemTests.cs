using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>A problem is told once, however many places of a scene meet it.</summary>
public class OneProblemTests
{
    const string Small = "network: { layers: [2, 2, 1] }\ndata: xor\n";

    [Fact]
    public void A_wrong_value_that_aliases_give_to_several_keys_is_one_error() => AssertOne(
        "x-t: &t soon\n" + Small + "phases:\n  - intro: *t\n  - forward: { duration: *t }\n  - loss: *t\n",
        "s.yaml:1:6: error: intro: expected a duration such as 3s, 1500ms or 1:30, over 0 s and up to 3600 s, found 'soon'");

    [Fact]
    public void A_wrong_key_that_several_phases_take_over_is_one_error() => AssertOne(
        "x-d: &d { captoin: Look }\n" + Small + "phases:\n  - intro: { <<: *d }\n  - forward: { <<: *d, duration: 2s }\n  - loss: *d\n",
        "s.yaml:1:11: error: unknown key 'captoin' in intro");

    [Fact]
    public void A_missing_key_of_a_shared_value_is_one_error() => AssertOne(
        "x-q: &q { answer: Because. }\n" + Small + "phases: [{ question: *q }, { question: *q }]\n",
        "s.yaml:1:6: error: question has no 'text'");

    [Fact]
    public void One_value_in_two_places_that_expect_another_thing_is_two_errors() => Assert.Equal(
        ["seed", "epochs"],
        Scenes.Parse("x-n: &n 1.5\nnetwork: { layers: [2, 2, 1], seed: *n }\ndata: xor\ntraining: { epochs: *n }\nphases: [intro]\n")
            .Diagnostics.Select(problem => problem.Message.Split(':')[0]));

    [Fact]
    public void A_phase_that_is_missing_is_told_where_it_is_first_needed() => AssertOne(
        Small + "phases: [forward, backward, chain_rule, backward]\n", "s.yaml:3:19: error: 'backward' needs 'loss' before it");

    [Fact]
    public void Data_that_is_missing_is_told_once() => AssertOne(
        "network: { layers: [2, 2, 1] }\nexample: { input: [1, 2], target: 1 }\nphases: [train, train, train]\n",
        "s.yaml:3:10: error: 'train' needs data, and the scene has none (and 2 more like it)");

    [Fact]
    public void Rows_that_are_all_wrong_are_one_error() => AssertOne(
        "network: { layers: [2, 2, 1] }\ndata: [" + string.Join(", ", Enumerable.Repeat("{ input: [1, x], target: [1] }", 300))
            + "]\nphases: [intro]\n",
        "s.yaml:2:21: error: input: expected a number from -1000000 to 1000000, found 'x' (and 299 more like it)");

    [Fact]
    public void Rows_that_all_lack_a_key_are_one_error() => AssertOne(
        "network: { layers: [2, 2, 1] }\ndata: [" + string.Join(", ", Enumerable.Repeat("{ input: [1, 2], traget: [1] }", 2))
            + "]\nphases: [intro]\n",
        "s.yaml:2:25: error: unknown key 'traget' in data (and 1 more like it)",
        "s.yaml:2:8: error: data has no 'target' (and 1 more like it)");

    [Fact]
    public void A_file_that_several_phases_name_is_missed_once() => AssertOne(
        "network: { layers: [2, 2, 1] }\ndata: xor\nphases: [{ compare: { left: { weights: gone.npz }, right: { weights: gone.npz } } }]\n",
        "s.yaml:3:40: error: weights: 'gone.npz': there is no such file (and 1 more like it)");

    static void AssertOne(string text, params string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        Scenes.Parse(text).Diagnostics.Select(problem => (problem with { Hint = null }).ToString()).Order(StringComparer.Ordinal));
}
