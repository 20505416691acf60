using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>
/// <c>60</c>, <c>12.5</c> or <c>30000/1001</c>, kept as an exact fraction. <c>29.97</c> and its like are rounded ways to write the rates of
/// television (SMPTE ST 170): a thousandth less than 30.
/// </summary>
internal sealed class FrameRateFormat : ScalarFormat
{
    const int Min = 1, Max = 240;

    // What FFmpeg and MP4 time scales hold without rounding.
    const int MaxTerm = 1_000_000, Decimals = 6;

    // Those of television and of round fractions; any other rate has its decimals.
    static readonly ImmutableArray<int> denominators = [1, 2, 3, 1000, 1001];

    // 23.976, 29.97, 47.95, 59.94 and 119.88 frames a second are these, slowed down by 1001 to 1000.
    static readonly ImmutableArray<int> slowed = [24, 30, 48, 60, 120];

    // With fewer decimals they would be other rates.
    const int FewestDecimals = 2;

    public override string Expected => $"a frame rate from {Min} to {Max} such as 60, 29.97 or 30000/1001";

    public override string? HintFor(string text) =>
        text.Split('/') is [var n, var d] && Term(n) is { } numerator && Term(d) is > 0 and { } denominator
            && !denominators.Contains(denominator)
            ? FormattableString.Invariant($"write it with decimals: {(double)numerator / denominator:0.######}")
            : NumberFormat.HintForNumber(text);

    protected override object? OfNumber(double number, string text) =>
        number is >= Min and <= Max ? FromDecimal((decimal)number) : null;

    protected override object? OfText(string text)
    {
        if (text.Split('/') is [var numerator, var denominator])
            return Term(numerator) is { } n && Term(denominator) is { } d && denominators.Contains(d) ? Ratio(n, d) : null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is >= Min and <= Max
            ? FromDecimal(rate)
            : null;
    }

    public override string Write(object value) =>
        value is FrameRate { Denominator: 1 } whole ? whole.Numerator.ToString(CultureInfo.InvariantCulture) : base.Write(value);

    public override JsonNode Json(object value) => value is FrameRate { Denominator: 1 } whole ? whole.Numerator : Write(value);

    public override bool Accepts(object value) => value is FrameRate { Numerator: <= MaxTerm, Denominator: > 0 and <= MaxTerm } rate
        && Ratio(rate.Numerator, rate.Denominator) is not null;

    public override JsonObject Schema()
    {
        var fractions = denominators.Select(d => FormattableString.Invariant($"{DecimalPattern.Whole(Min * d, Max * d)}/0*{d}"));
        return AnyOf(
            new JsonObject { ["type"] = "number", ["minimum"] = Min, ["maximum"] = Max },
            TextSchema($"^(?:{DecimalPattern.Within(Min, Max)}|{string.Join('|', fractions)})$"));
    }

    static FrameRate? FromDecimal(decimal exact)
    {
        if (Slowed(exact) is { } television) return television;
        var (rate, denominator) = (decimal.Round(exact, Decimals), 1);
        for (; rate != decimal.Truncate(rate); rate *= 10) denominator *= 10;
        return Ratio((long)rate, denominator);
    }

    static FrameRate? Slowed(decimal rate)
    {
        if (rate.Scale < FewestDecimals) return null;
        foreach (var whole in slowed)
            if (decimal.Round(whole * 1000m / 1001, rate.Scale, MidpointRounding.AwayFromZero) == rate) return new(whole * 1000, 1001);
        return null;
    }

    static int? Term(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var term) && term <= MaxTerm ? term : null;

    static FrameRate? Ratio(long numerator, long denominator)
    {
        if (denominator == 0 || numerator < Min * denominator || numerator > Max * denominator) return null;
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new FrameRate((int)(numerator / common), (int)(denominator / common));
    }
}
