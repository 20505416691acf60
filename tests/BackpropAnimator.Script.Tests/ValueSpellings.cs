using CsCheck;

namespace BackpropAnimator.Script.Tests;

/// <summary>Single values as people write them, well and badly: all that a format may be asked to read.</summary>
static class ValueSpellings
{
    static readonly string[] near =
    [
        "0", "1", "2", "10", "16", "60", "63", "64", "100", "200", "239", "240", "241", "600", "601", "999", "1000", "1001",
        "1600", "2200", "3600", "3601", "8192", "10000", "1000000", "1000001", "2147483647", "2147483648", "600000", "3600000",
    ];

    static readonly string[] words =
    [
        "full", "sample", "Sample", "linear", "mse", "MSE", "ReLU", "LeakyReLU", "leaky relu", "leaky__relu", "sgd", "SGD", "Adam",
        "glorot", "red", "Red", "rebeccapurple", "lightgrey", "transparent", "control", "#00E5FF", "#0ef", "#00E5F", "#", "00E5FF",
        "yes", "No", "on", "off", "y", "true", "True", "false", "null", "NULL", ".inf", "-.Inf", ".nan", "hidden", "h1.2", "h1[2]",
        "h.1 → o.1", "h.1 -> o.1", "h.1 -> h.2 → o.1", "-> o.1", "h.1 ->", "a - > b", "→", " ", "", "xor", "XOR", "dark",
        "veryslow", "very slow", "a.b", "a_b-c", "2024", "1920x1080", "1920 × 1080", "1920X1080", "16x16", "8192x8192", "8194x16",
        "15x16", "016x0016", "x", "1920*1080", "30000/1001", "24000/1001", "240240/1001", "241000/1001", "25/2", "100/3", "1/2",
        "7/5", "0/1", "1/0", "1:30", "0:30", "59:59.9", "60:00", "60:00.1", "1:5", "1:60", "01:00:00", "0:10:00", "1:00:01",
        "0x2147483647", "0o77777777777777", "0x7FFFFFFF", "0x80000000",
        "0:00", ":30", "1:", "half", "soon", "1_000", "1,5", "50%", "en", " en",
        "pt-BR ", "{wave}", "{ wave 2 }", "{wave 0}", "{}", "{a b}",
    ];

    static readonly string[] units =
        ["s", " s", "ms", "\u00A0ms", "min", " min", "sec", "seconds", "minutes", "m", "h", "S", "s s", "mins"];

    static readonly Gen<string> digits = Gen.OneOf(
        Gen.OneOf(near), Gen.Int[0, 4000].Select(n => $"{n}"), Gen.String[Gen.Char["0123456789"], 1, 8]);

    static readonly Gen<string> fraction = Gen.OneOf(
        Gen.Const(""), Gen.Const(""), Gen.Const("."), Gen.Const(".0"), Gen.String[Gen.Char["0123456789"], 1, 5].Select(d => "." + d));

    static readonly Gen<string> number = Gen.OneOf(Gen.Select(digits, fraction, (d, f) => d + f), fraction.Where(f => f.Length > 1));

    static readonly Gen<string> signed = Gen.Select(
        Gen.OneOf("", "", "", "-", "+", "\u2212", "--"), number, Gen.OneOf("", "", "", "", "e0", "e3", "E-3", "e\u22122"),
        (sign, n, exponent) => sign + n + exponent);

    /// <summary>Texts without line breaks, and whether each stands in quotes.</summary>
    public static Gen<(string Text, bool Quoted)> Generated { get; } = Gen.Select(
        Gen.Frequency(
            (4, signed),
            (3, Gen.Select(number, Gen.OneOf(units), (n, unit) => n + unit)),
            (1, Gen.Select(Gen.OneOf("0x", "0o", "0X", "-0x"), Gen.String[Gen.Char["0178fF"], 0, 4], (a, b) => a + b)),
            (1, Gen.Select(digits, Gen.OneOf("x", " x ", "×", "/", ":", ":0"), digits, (a, mark, b) => a + mark + b)),
            (1, Gen.String[Gen.Char["abxX#→->._ -+/:é€\u2212"], 0, 8])),
        Gen.Bool);

    /// <summary>Those that a generator would rarely find.</summary>
    public static IEnumerable<(string Text, bool Quoted)> Known => words.SelectMany(word => new[] { (word, false), (word, true) });
}
