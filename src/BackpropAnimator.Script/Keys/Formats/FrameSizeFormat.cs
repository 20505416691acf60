using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>1920x1080</c>. Video at half the colour resolution (4:2:0) has only even sides.</summary>
internal sealed class FrameSizeFormat : ScalarFormat
{
    public override string Expected => $"a size such as 1920x1080, both sides even and from {FrameSize.MinSide} to {FrameSize.MaxSide}";

    public override object? Read(string text) =>
        Sides(text) is (var width, var height) && IsGood(width) && IsGood(height) ? new FrameSize(width, height) : null;

    public override string? HintFor(string text) =>
        Sides(text) is (var width, var height) ? $"{Nearest(width)}x{Nearest(height)} is near" : null;

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]{1,3}[02468]x[0-9]{1,3}[02468]$" };

    static bool IsGood(int side) => side is >= FrameSize.MinSide and <= FrameSize.MaxSide && side % 2 == 0;

    static int Nearest(int side) => Math.Clamp(side + side % 2, FrameSize.MinSide, FrameSize.MaxSide);

    static (int, int)? Sides(string text)
    {
        var cross = text.IndexOf('x', StringComparison.Ordinal);
        return cross > 0 && Side(text.AsSpan(0, cross)) is { } width && Side(text.AsSpan(cross + 1)) is { } height ? (width, height) : null;
    }

    static int? Side(ReadOnlySpan<char> text) =>
        text.Length < 7 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) ? side : null;
}
