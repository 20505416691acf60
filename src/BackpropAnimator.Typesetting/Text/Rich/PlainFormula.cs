using System.Text.RegularExpressions;

namespace BackpropAnimator.Typesetting;

/// <summary>A formula in a line of letters, for where there is no typesetting: <c>\partial L / \partial w</c> is ∂L/∂w.</summary>
internal static partial class PlainFormula
{
    public static string Of(string source)
    {
        var text = Fractions().Replace(source, "$1/$2");
        text = Hats().Replace(text, "$1\u0302");
        text = Commands().Replace(text, match => Shown(match.Groups[1].Value));
        text = Signs().Replace(text, "");
        return Composition.Compose(Gaps().Replace(Operators().Replace(text.Trim(), "$1"), " "));
    }

    static string Shown(string command) =>
        Symbols.Letters.TryGetValue(command, out var letter) ? $"{letter}"
        : Symbols.ByName.TryGetValue(command, out var sign) ? $"{sign.Character}"
        : Symbols.LargeByName.TryGetValue(command, out var large) ? ((Symbol)large.Body).Text
        : "";

    [GeneratedRegex(@"\\hat\s*\{?(\w)\}?")]
    private static partial Regex Hats();

    [GeneratedRegex(@"\\[td]?frac\{([^{}]*)\}\{([^{}]*)\}")]
    private static partial Regex Fractions();

    [GeneratedRegex(@"\\([A-Za-z]+|.)\s*")]
    private static partial Regex Commands();

    [GeneratedRegex(@"[{}$&]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s*([/^_])\s*")]
    private static partial Regex Operators();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
