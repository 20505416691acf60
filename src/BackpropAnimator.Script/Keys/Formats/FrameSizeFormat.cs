using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>1920x1080</c>, also <c>1920 × 1080</c>. Which codecs want even sides, the video's format knows.</summary>
internal sealed class FrameSizeFormat : ScalarFormat
{
    const string Crosses = "xX×";

    public override string Expected => $"a size such as 1920x1080, both sides from {FrameSize.MinSide} to {FrameSize.MaxSide}";

    protected override object? OfText(string text) =>
        Sides(text) is (var width, var height) && IsGood(width) && IsGood(height) ? new FrameSize(width, height) : null;

    public override string? HintFor(string text) =>
        Sides(text) is (var width, var height) ? $"{Nearest(width)}x{Nearest(height)} is near" : null;

    public override JsonObject Schema()
    {
        var side = DecimalPattern.Whole(FrameSize.MinSide, FrameSize.MaxSide);
        return TextSchema($"^{side} *[{Crosses}] *{side}$");
    }

    static bool IsGood(int side) => side is >= FrameSize.MinSide and <= FrameSize.MaxSide;

    static int Nearest(int side) => Math.Clamp(side, FrameSize.MinSide, FrameSize.MaxSide);

    static (int, int)? Sides(string text)
    {
        var cross = text.AsSpan().IndexOfAny(Crosses);
        return cross > 0 && Side(text.AsSpan(0, cross).TrimEnd(' ')) is { } width
            && Side(text.AsSpan(cross + 1).TrimStart(' ')) is { } height
            ? (width, height)
            : null;
    }

    static int? Side(ReadOnlySpan<char> text) =>
        text.Length < 7 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
}
