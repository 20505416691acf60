using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The large numbers that count along with a training, by the names that stand above them.</summary>
static class ReadoutsOnScreen
{
    /// <summary>Those that are fully there.</summary>
    public static Dictionary<string, string> Of(Frame frame) =>
        frame.Items.OfType<TextLine>().Where(text => text.Role == RoleOf.Readout && text.Color.Alpha == 255)
            .ToDictionary(number => NameAbove(frame, number), number => number.Text);

    static string NameAbove(Frame frame, TextLine number) =>
        frame.Items.OfType<TextLine>()
            .Where(text => text.Position.X == number.Position.X && text.Position.Y < number.Position.Y && text.Role != RoleOf.Readout)
            .MaxBy(text => text.Position.Y)!.Text;
}
