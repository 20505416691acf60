using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Editing;

namespace BackpropAnimator.Script.Tests;

/// <summary>What tests of edits have in common.</summary>
static class SceneEdits
{
    /// <summary>The network that every scene has, before what a test is about.</summary>
    public const string Head = "network: { layers: [2, 1] }\nexample: { input: [1, 0], target: [1] }\n";

    public static SceneEditor Editor { get; } = new(PhaseModule.BuiltIn, "s.yaml");

    /// <summary>The text with an edit that must not be refused.</summary>
    public static string Done(EditResult result)
    {
        Assert.True(result.IsDone, Scenes.Lines(result.Problems));
        return result.Text;
    }

    /// <summary>The text with a phase in another place.</summary>
    public static string Move(string text, int from, int to) => Done(Editor.Move(text, "phases", from, to));

    /// <summary>An edit that must be refused with these words, and leave the text as it was.</summary>
    public static void AssertRefused(EditResult result, string text, params string[] lines)
    {
        Assert.Equal(string.Join('\n', lines), Scenes.Lines(result.Problems));
        Assert.Equal(text, result.Text);
    }
}
