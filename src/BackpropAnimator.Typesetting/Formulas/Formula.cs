using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Formulas as they are written: TeX's notation, with <c>\part{name}{…}</c> to name what is to be coloured, moved or found.
/// </summary>
public static class Formula
{
    /// <summary>
    /// What is wrong with a formula's source, from left to right; empty where it can be set, as far as that shows without the fonts.
    /// <see cref="FontShelf.Check"/> looks at those too.
    /// </summary>
    public static ImmutableArray<FormulaProblem> Check(string source) => FormulaParser.Parse(source).Problems;

    /// <summary>The source of words in a formula, whatever signs are in them.</summary>
    public static string Words(string text) => $@"\text{{{TextReader.Escaped(text)}}}";

    /// <summary>Whether a name, or another single sign, is a command with a backslash before it.</summary>
    public static bool IsCommand(string name) => CommandReader.KnownNames.Contains(name);
}
