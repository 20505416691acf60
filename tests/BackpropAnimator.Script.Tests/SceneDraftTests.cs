using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Editing;

namespace BackpropAnimator.Script.Tests;

/// <summary>Changes that are not saved yet: undone, done again, and made again in what somebody else has saved meanwhile.</summary>
public class SceneDraftTests
{
    static readonly SceneEditor editor = new(PhaseModule.BuiltIn, "s.yaml");
    static readonly SetNumber longer = new("phases[1].duration", 12, "s"), faster = new("network.learning_rate", 0.75, "");

    static SceneDraft Draft(params SceneEdit[] edits) =>
        edits.Aggregate(SceneDraft.Of(Scenes.Good), (draft, edit) => draft.With(edit, editor).Draft);

    [Fact]
    public void Changes_are_undone_and_done_again_in_order()
    {
        var draft = Draft(longer, faster);
        var (one, none) = (draft.Undo(), draft.Undo().Undo());

        Assert.Equal(Scenes.Good, none.Text);
        Assert.Equal((false, null), (none.IsChanged, none.CanUndo));
        Assert.Equal(Scenes.With("forward: 10s", "forward: 12s"), one.Text);
        Assert.Equal(("forward.duration = 12s", "network.learning_rate = 0.75"), (one.CanUndo, one.CanRedo));
        Assert.Equal(draft.Text, none.Redo(editor).Redo(editor).Text);
    }

    [Fact]
    public void Changes_of_the_phases_are_told_by_their_names()
    {
        var draft = Draft(new RepeatPhase(1), new MovePhase(2, 3), new RemovePhase(0));

        Assert.Equal("'intro' deleted", draft.CanUndo);
        Assert.Equal("'forward 2' moved later", draft.Undo().CanUndo);
        Assert.Equal("'forward' duplicated", draft.Undo().Undo().CanUndo);
        Assert.Equal(Scenes.Good, draft.Undo().Undo().Undo().Text);
    }

    [Fact]
    public void A_slider_that_is_held_makes_one_change()
    {
        var draft = Draft(faster).With(faster with { Value = 0.8 }, editor, continues: true).Draft;

        Assert.Equal(Scenes.With("rate: 0.5", "rate: 0.8"), draft.Text);
        Assert.Equal(Scenes.Good, draft.Undo().Text);
    }

    [Fact]
    public void What_is_refused_leaves_the_draft_as_it_is()
    {
        var draft = Draft(longer);
        var (after, result) = draft.With(new SetValue("phases[9].duration", "3s"), editor);

        Assert.Same(draft, after);
        Assert.Equal("phases has no item [9]", Assert.Single(result.Problems).Message);
    }

    [Fact]
    public void What_is_saved_is_unchanged_and_can_be_undone()
    {
        var saved = Draft(longer).AsSaved();

        Assert.False(saved.IsChanged);
        Assert.Equal((Scenes.Good, true), (saved.Undo().Text, saved.Undo().IsChanged));
    }

    [Fact]
    public void Changes_are_made_again_in_what_the_file_says_now()
    {
        var file = Scenes.With("title: A lesson", "title: Another # one").Replace("  - intro\n", "", StringComparison.Ordinal);
        var (draft, notes) = Draft(longer, faster, new MovePhase(6, 4)).OnTop(file, editor);

        Assert.Empty(notes);
        Assert.Equal(
            file.Replace("10s", "12s", StringComparison.Ordinal).Replace("rate: 0.5", "rate: 0.75", StringComparison.Ordinal)
                .Replace("  - outro\n", "", StringComparison.Ordinal)
                .Replace("  - chain_rule\n", "  - outro\n  - chain_rule\n", StringComparison.Ordinal),
            draft.Text);
        Assert.Equal(file, draft.Undo().Undo().Undo().Text);
    }

    [Fact]
    public void What_both_have_changed_is_told()
    {
        var (draft, notes) = Draft(longer).OnTop(Scenes.With("forward: 10s", "forward: 7s"), editor);

        Assert.Equal(
            ["forward.duration is now 7s in the file and was 10s; your change stands: forward.duration = 12s"], notes.ToArray());
        Assert.Equal(Scenes.With("forward: 10s", "forward: 12s"), draft.Text);
    }

    [Fact]
    public void A_change_of_what_is_gone_is_told()
    {
        var file = Scenes.With("  - forward: 10s\n", "");
        var (draft, notes) = Draft(longer, faster).OnTop(file, editor);

        Assert.Equal(["forward.duration = 12s: the phase is not in the file any more, and the change is left out"], notes.ToArray());
        Assert.Equal(file.Replace("rate: 0.5", "rate: 0.75", StringComparison.Ordinal), draft.Text);
    }

    [Fact]
    public void What_was_saved_is_not_made_twice()
    {
        var saved = Draft(new MovePhase(0, 2)).AsSaved();
        var file = saved.Text + "# a remark\n";
        var (draft, notes) = saved.With(faster, editor).Draft.OnTop(file, editor);

        Assert.Empty(notes);
        Assert.Equal(file.Replace("rate: 0.5", "rate: 0.75", StringComparison.Ordinal), draft.Text);
    }

    [Theory]
    [InlineData("10s", 12.5, "12.5s")]
    [InlineData("1500ms", 2, "2000ms")]
    [InlineData("2 min", 90, "1.5 min")]
    [InlineData("1:30", 95, "95s")]
    [InlineData("7", 8.25, "8.25")]
    [InlineData("\"3s\"", 4, "4s")]
    [InlineData(null, 4, "4s")]
    public void A_duration_keeps_its_unit(string? written, double seconds, string expected) =>
        Assert.Equal(expected, NumberSpelling.Like(written, seconds, "s"));
}
