using static BackpropAnimator.Script.Tests.SceneEdits;

namespace BackpropAnimator.Script.Tests;

/// <summary>Phases that are moved, doubled and taken out: what is written about them goes with them.</summary>
public class SceneListEditTests
{
    [Fact]
    public void Comments_travel_with_their_phase()
    {
        const string text = Head + """
            phases:
              # The beginning.
              - intro
              # What it believes.
              - forward:
                  duration: 9s
                  # focus: [1, 0]

              - loss      # one number

              # What to do about it.
              - backward
              # - outro

            # The end.

            """;

        const string moved = Head + """
            phases:
              # The beginning.
              - intro

              - loss      # one number

              # What to do about it.
              - backward
              # What it believes.
              - forward:
                  duration: 9s
                  # focus: [1, 0]
              # - outro

            # The end.

            """;
        Assert.Equal(moved, Move(text, 1, 3));
        Assert.Equal(text, Move(moved, 3, 1));
    }

    [Fact]
    public void A_phase_is_doubled_and_taken_out_with_its_comments()
    {
        const string text = Head + "phases:\n  # One.\n  - intro\n  # Two.\n  - loss:\n      # How long.\n      duration: 2s";

        var doubled = Done(Editor.RepeatItem(text, "phases", 1));

        Assert.Equal(text + "\n  # Two.\n  - loss:\n      # How long.\n      duration: 2s", doubled);
        Assert.Equal(text, Done(Editor.RemoveItem(doubled, "phases", 2)));
        Assert.Equal(Head + "phases:\n  # One.\n  - intro", Done(Editor.RemoveItem(text, "phases", 1)));
        Assert.Equal(
            Head + "phases: [intro,  loss: 2s,  loss: 2s]\n", Done(Editor.RepeatItem(Head + "phases: [intro,  loss: 2s]\n", "phases", 1)));
        Assert.Equal(
            Head + "phases: [loss: 2s]\n", Done(Editor.RemoveItem(Head + "phases: [intro,  loss: 2s]\n", "phases", 0)));
    }

    [Fact]
    public void What_others_repeat_and_what_is_alone_is_not_taken_out()
    {
        const string one = Head + "phases:\n  - intro\n", repeated = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(Editor.RemoveItem(one, "phases", 0), one, "s.yaml:4:3: error: this is all that phases has");
        Assert.False(Editor.RemoveItem(repeated, "phases", 0).IsDone);
        AssertRefused(Editor.RemoveItem(one, "phases", 4), one, "s.yaml:4:3: error: phases has no item [4]: it has 1");
    }

    [Fact]
    public void Phases_between_brackets_are_moved_too() => Assert.Equal(
        Head + "phases: [ loss: 2s,intro,  forward ]\n", Move(Head + "phases: [ intro,loss: 2s,  forward ]\n", 0, 1));

    [Fact]
    public void A_phase_is_not_moved_before_what_it_repeats()
    {
        var text = Head + "phases:\n  - forward: &f { duration: 6s }\n  - forward: *f\n";

        AssertRefused(
            Editor.Move(text, "phases", 1, 0), text,
            "s.yaml:4:1: error: phases cannot be changed here: the alias '*f' has no anchor '&f' that is complete before it");
    }

    [Fact]
    public void An_item_goes_where_there_is_a_place() => AssertRefused(
        Editor.Move(Scenes.Good, "phases", 0, 7), Scenes.Good, "s.yaml:12:3: error: phases has no items [0] and [7]: it has 7");
}
