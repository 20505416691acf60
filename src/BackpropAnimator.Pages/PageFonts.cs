using System.Collections.Immutable;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Pages;

/// <summary>
/// The program's own fonts for a page, with the letters that its languages are written in, as far as these fonts have them.
/// </summary>
internal static class PageFonts
{
    /// <summary>By the names that main.js knows them by.</summary>
    public static ImmutableArray<(string Name, byte[] Content)> All { get; } =
    [
        ("text.otf", FontShelf.Shared.SubsetFor(Text, Face.Regular)),
        ("text-bold.otf", FontShelf.Shared.SubsetFor(Text, Face.SemiBold)),
        // Phones have no font for formulas.
        ("math.otf", FontShelf.Shared.SubsetFor(Formulas, Face.Math)),
    ];

    // Latin with the accents of Europe and Vietnam, and the signs of numbers.
    static string Text => Between(0x20, 0x17F) + Between(0x1A0, 0x1B0) + Between(0x1EA0, 0x1EF9) + Signs;

    // What browsers show for the slanted letters of a formula, besides those that are typed.
    static string Formulas =>
        Between(0x20, 0x7E) + Between(0x391, 0x3F5) + Between(0x1D434, 0x1D467) + Between(0x1D6FC, 0x1D71B) + "ℎ" + Signs;

    const string Signs = "\u0300\u0302\u0303\u0304\u0338·×÷±−–—‘’“”…′″⋅∗∘∂∇∑∏∫√∞≈≠≤≥∈←→↔⇒⊙⊤⌊⌋‖⟨⟩⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉✓▸▾‹›↺⋮⋯"
        + "αβγδεηθλμρσφℝ";

    static string Between(int first, int last) =>
        string.Concat(Enumerable.Range(first, last - first + 1).Select(char.ConvertFromUtf32));
}
