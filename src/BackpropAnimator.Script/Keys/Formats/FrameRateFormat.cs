using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Script.Keys.Formats;

/// <summary><c>60</c>, <c>29.97</c> or <c>30000/1001</c>, kept as an exact fraction.</summary>
internal sealed class FrameRateFormat : ScalarFormat
{
    const int Min = 1, Max = 240;

    // What FFmpeg and MP4 time scales hold without rounding.
    const int MaxTerm = 1_000_000, Decimals = 6;

    // Those of television and of round fractions; any other rate has its decimals.
    static readonly ImmutableArray<int> denominators = [1, 2, 3, 1000, 1001];

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
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= Min and <= Max
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
        var (rate, denominator) = (decimal.Round(exact, Decimals), 1);
        for (; rate != decimal.Truncate(rate); rate *= 10) denominator *= 10;
        return Ratio((long)rate, denominator);
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
