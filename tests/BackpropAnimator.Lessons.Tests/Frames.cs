using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What must hold for every frame of every lesson.</summary>
static class Frames
{
    /// <summary>
    /// Asserts that every n-th frame, and the last, can be drawn: texts can be set, places are numbers, and no number is missing.
    /// </summary>
    public static void AssertDrawable(Lesson lesson, int every)
    {
        for (var n = 0; n < lesson.FrameCount; n += every) AssertDrawable(lesson.FrameAt(n), n);
        AssertDrawable(lesson.FrameAt(lesson.FrameCount - 1), lesson.FrameCount - 1);
    }

    static void AssertDrawable(Frame frame, int n)
    {
        foreach (var item in frame.Items)
        {
            var bounds = item.Bounds(Lessons.Fonts);
            Assert.True(
                float.IsFinite(bounds.Left) && float.IsFinite(bounds.Top) && float.IsFinite(bounds.Right) && float.IsFinite(bounds.Bottom),
                $"frame {n}: {item}");
            var words = item switch { TextLine text => text.Text, FormulaText formula => formula.Source, _ => "" };
            Assert.False(
                words.Contains("NaN", StringComparison.Ordinal) || words.Contains('∞', StringComparison.Ordinal), $"frame {n}: {item}");
        }
    }
}
