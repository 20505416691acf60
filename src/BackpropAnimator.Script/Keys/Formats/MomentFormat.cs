using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>
/// A time within a phase: <c>20%</c> of it, seconds from its start in any form of a duration, or a moment of its own, as marks have it:
/// <c>{wave}</c>, and the second of that name <c>{wave 2}</c>.
/// </summary>
internal sealed partial class MomentFormat : ScalarFormat
{
    const int LongestPhase = 3600;

    static readonly LimitsAttribute shares = new(0, 100);
    static readonly DurationFormat seconds = new(new LimitsAttribute(0, LongestPhase));

    public override string Expected =>
        $"a time in the phase such as 20% or 3s, {shares.InWords(unit: "%")} or {LongestPhase} s, or one of its moments such as " +
            "\"{complete}\"";

    public override string? Definition => "moment";

    public override string? HintFor(string text) => seconds.HintFor(text);

    public override string HintForKeys => "a moment stands in quotes: \"{complete}\"; without them YAML takes braces for keys";

    protected override object? OfNumber(double number, string text) =>
        seconds.Read(text) is double time ? new Moment(time, IsShare: false) : null;

    protected override object? OfText(string text)
    {
        if (NamePattern.Match(text) is { Success: true, Groups: [_, var name, var which] })
            return new Moment(0, IsShare: false, name.Value, which.Success ? int.Parse(which.ValueSpan, CultureInfo.InvariantCulture) : 1);
        if (!text.EndsWith('%')) return seconds.Read(text, quoted: true) is double time ? new Moment(time, IsShare: false) : null;
        var digits = text.AsSpan(0, text.Length - 1).TrimEnd(DurationText.Blanks);
        var isNumber = double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share);
        return isNumber && shares.Contains(share) ? new Moment(share / 100, IsShare: true) : null;
    }

    public override JsonObject Schema() =>
        AnyOf(seconds.Schema(), TextSchema($"^{DecimalPattern.UpTo(100)}[{DurationText.Blanks}]*%$"), TextSchema($"^{Named}$"));

    const string Named = @"\{ *([A-Za-z0-9_]+)(?: +([1-9][0-9]?))? *\}";

    [GeneratedRegex(@"\A" + Named + @"\z")]
    private static partial Regex NamePattern { get; }
}
