using System.Globalization;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>A time within a phase: <c>20%</c> of it, or seconds from its start in any form of a duration.</summary>
internal sealed class MomentFormat : ScalarFormat
{
    const int LongestPhase = 3600;

    static readonly LimitsAttribute shares = new(0, 100);
    static readonly DurationFormat seconds = new(new LimitsAttribute(0, LongestPhase));

    public override string Expected => $"a time in the phase such as 20% or 3s, {shares.InWords(unit: "%")} or {LongestPhase} s";

    public override string? Definition => "moment";

    public override string? HintFor(string text) => seconds.HintFor(text);

    protected override object? OfNumber(double number, string text) =>
        seconds.Read(text) is double time ? new Moment(time, IsShare: false) : null;

    protected override object? OfText(string text)
    {
        if (!text.EndsWith('%')) return seconds.Read(text, quoted: true) is double time ? new Moment(time, IsShare: false) : null;
        var digits = text.AsSpan(0, text.Length - 1).TrimEnd(DurationText.Blanks);
        var isNumber = double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share);
        return isNumber && shares.Contains(share) ? new Moment(share / 100, IsShare: true) : null;
    }

    public override JsonObject Schema() =>
        AnyOf(seconds.Schema(), TextSchema($"^{DecimalPattern.UpTo(100)}[{DurationText.Blanks}]*%$"));
}
