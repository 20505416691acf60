using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Editing;
using CsCheck;
using static BackpropAnimator.Script.Tests.SceneEdits;

namespace BackpropAnimator.Script.Tests;

/// <summary>Edits of the scenes that come with the program: what is put in is read again, and put back the file is what it was.</summary>
public class EditedShippedScenesTests
{
    static readonly string[] files = [.. Shipped.Scenes];

    /// <summary>A scene in one of the forms that editors on other systems give it.</summary>
    static readonly Gen<(string Text, SceneEditor Editor, int Phases)> anyScene =
        from file in Gen.Int[0, files.Length - 1].Select(i => files[i])
        from windows in Gen.Bool
        from marked in Gen.Bool
        from open in Gen.Bool
        select InForm(file, windows, marked, open);

    static (string, SceneEditor, int) InForm(string file, bool windows, bool marked, bool open)
    {
        var text = File.ReadAllText(file);
        if (windows) text = text.ReplaceLineEndings("\r\n");
        if (open) text = text.TrimEnd('\r', '\n');
        var kinds = PhaseModule.BuiltIn;
        var editor = new SceneEditor(kinds, file);
        return (marked ? "\uFEFF" + text : text, editor, editor.PhaseNames(text).Length);
    }

    [Fact]
    public void A_duration_that_is_set_is_read_and_set_back_gives_the_same_bytes() =>
        (from scene in anyScene from phase in Gen.Int[0, scene.Phases - 1] from tenths in Gen.Int[1, 900] select (scene, phase, tenths))
        .Try(
            Thorough.Cases(150, 5000),
            each =>
            {
                var ((text, editor, _), phase, tenths) = each;
                var (path, seconds) = ($"phases[{phase}].duration", FormattableString.Invariant($"{tenths / 10.0}s"));
                var was = editor.Written(text, path);

                var edited = Done(editor.Set(text, path, seconds));

                Assert.Equal(seconds, editor.Written(edited, path));
                Assert.Equal(text, Done(was is null ? editor.Remove(edited, path) : editor.Set(edited, path, was)));
            });

    [Fact]
    public void Keys_that_are_added_are_taken_out_again() =>
        (from scene in anyScene from phase in Gen.Int[0, scene.Phases - 1] select (scene, phase)).Try(
            Thorough.Cases(100, 2000),
            each =>
            {
                var ((text, editor, _), phase) = each;
                foreach (var (path, value) in new[] { ("network.seed", "3"), ($"phases[{phase}].name", "other"), ("training.epochs", "7") })
                {
                    // Of a short form the long one remains, which says the same.
                    if (editor.Written(text, path) is not null || !IsInFull(editor, text, path)) continue;
                    var edited = Done(editor.Set(text, path, value));

                    Assert.Equal(value, editor.Written(edited, path));
                    Assert.Equal(text, Done(editor.Remove(edited, path)));
                }
            });

    static bool IsInFull(SceneEditor editor, string text, string path) =>
        editor.Written(text, path[..path.LastIndexOf('.')]) is { } parent && parent.AsSpan().ContainsAny('{', '\n');

    [Fact]
    public void Phases_that_are_moved_and_moved_back_give_the_same_bytes() =>
        (from scene in anyScene from a in Gen.Int[0, scene.Phases - 1] from b in Gen.Int[0, scene.Phases - 1] select (scene, a, b)).Try(
            Thorough.Cases(150, 5000),
            each =>
            {
                var ((text, editor, _), from, to) = each;
                var names = editor.PhaseNames(text);

                var moved = Done(editor.Move(text, "phases", from, to));

                Assert.Equal(text.Length, moved.Length);
                Assert.Equal(text, Done(editor.Move(moved, "phases", to, from)));
                Assert.Equal(names.Length, editor.PhaseNames(moved).Length);
            });
}
