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
    const int MaxTerm = 1_000_000;

    public override string Expected => $"a frame rate from {Min} to {Max} such as 60, 29.97 or 30000/1001";

    public override object? Read(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? FromDecimal(text) : Ratio(Term(text.AsSpan(0, slash)), Term(text.AsSpan(slash + 1)));
    }

    public override string Write(object value) =>
        value is FrameRate { Denominator: 1 } whole ? whole.Numerator.ToString(CultureInfo.InvariantCulture) : base.Write(value);

    public override JsonNode Json(object value) => value is FrameRate { Denominator: 1 } whole ? whole.Numerator : Write(value);

    public override JsonObject Schema() => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "number", ["minimum"] = Min, ["maximum"] = Max },
            new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,7}/[0-9]{1,7}$" }),
    };

    static FrameRate? FromDecimal(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate > Max) return null;
        var denominator = 1;
        for (; rate != decimal.Truncate(rate); rate *= 10)
            if ((denominator *= 10) > MaxTerm) return null;
        return Ratio((long)rate, denominator);
    }

    static long? Term(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var term) && term <= MaxTerm ? term : null;

    static FrameRate? Ratio(long? numerator, long? denominator)
    {
        if (numerator is not { } n || denominator is not { } d || d == 0 || n < Min * d || n > Max * d) return null;
        var common = (long)BigInteger.GreatestCommonDivisor(n, d);
        return n / common <= int.MaxValue ? new FrameRate((int)(n / common), (int)(d / common)) : null;
    }
}
