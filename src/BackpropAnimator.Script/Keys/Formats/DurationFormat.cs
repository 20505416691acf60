using System.Text.Json.Nodes;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>Seconds: <c>3s</c>, <c>1500ms</c>, <c>2min</c>, <c>1:30</c> or <c>2.5</c>.</summary>
internal sealed class DurationFormat : ScalarFormat
{
    readonly LimitsAttribute limits;

    /// <exception cref="NotSupportedException">The limits are not from 0 to a whole number of seconds.</exception>
    public DurationFormat(LimitsAttribute? limits)
    {
        if (limits is not { Min: 0, LessThanMax: false } || !double.IsInteger(limits.Max))
            throw new NotSupportedException("a duration goes from 0 to a whole number of seconds");
        this.limits = limits;
    }

    public override string Expected => $"a duration such as 3s, 1500ms or 1:30, {limits.InWords(unit: " s")}";

    public override string? Definition => FormattableString.Invariant($"duration{(limits.MoreThanMin ? "" : "_from_0")}_to_{limits.Max}_s");

    public override NumberRange? Numbers => new(limits, IsWhole: false, Unit: "s");

    public override string? HintFor(string text) => text.TrimStart('+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ') switch
    {
        "m" => "minutes are written 2min",
        "h" or "hour" or "hours" => "in minutes: 60min",
        _ => NumberFormat.HintForNumber(text),
    };

    protected override object? OfNumber(double number, string text) => limits.Contains(number) ? number : null;

    protected override object? OfText(string text) =>
        DurationText.Seconds(text) is { } seconds && limits.Contains(seconds) ? seconds : null;

    public override string Write(object value) => FormattableString.Invariant($"{value}s");

    public override bool Accepts(object value) => limits.Contains((double)value);

    public override JsonObject Schema() => AnyOf(
        limits.AddTo(new JsonObject { ["type"] = "number" }), TextSchema($"^{(limits.MoreThanMin ? "(?=.*[1-9])" : "")}(?:{Texts()})$"));

    string Texts()
    {
        var most = (int)limits.Max;
        var units = DurationText.Units.GroupBy(unit => unit.Seconds).Select(same =>
            $"{DecimalPattern.UpTo(most / same.Key)}[{DurationText.Blanks}]*(?:{string.Join('|', same.Select(unit => unit.Name))})");
        return string.Join(
            '|', units.Append(DecimalPattern.UpTo(most)).Append(DecimalPattern.Clock(most / 60, most % 60))
                .Append(DecimalPattern.Clock(most / 3600, most / 60 % 60, most % 60)));
    }
}
