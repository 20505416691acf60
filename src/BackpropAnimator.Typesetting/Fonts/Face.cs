namespace BackpropAnimator.Typesetting;

/// <summary>The faces on the shelf: Inter for words and numbers, Latin Modern Math for formulas.</summary>
public enum Face
{
    Regular,
    Medium,
    SemiBold,
    Bold,
    Math,

    /// <summary>The program's own face where a scene's stands in its place: letters that the scene's lacks are taken from here.</summary>
    SpareRegular,

    /// <inheritdoc cref="SpareRegular"/>
    SpareSemiBold,

    /// <summary><see cref="Regular"/>, slanted: what is stressed in running text.</summary>
    Italic,

    /// <inheritdoc cref="SpareRegular"/>
    SpareItalic,

    /// <summary>
    /// The first of a scene's further fonts, in which letters are looked for that the others lack. Each of them has two faces, this and one
    /// that is heavier, and those of the next font follow: see <see cref="FallbackFaces"/>.
    /// </summary>
    Fallback,
}

/// <summary>The faces of a scene's further fonts.</summary>
public static class FallbackFaces
{
    /// <summary>The face of a scene's further font.</summary>
    /// <param name="font">Which of them, from 0.</param>
    /// <param name="isHeavy">Whether what stands beside it is bold or slanted: most scripts stress by weight alone.</param>
    public static Face Of(int font, bool isHeavy) => Face.Fallback + 2 * font + (isHeavy ? 1 : 0);

    public static bool IsFallback(this Face face) => face >= Face.Fallback;

    /// <summary>Which of the scene's further fonts a face is of, from 0.</summary>
    public static int FontOf(Face face) => (face - Face.Fallback) / 2;

    /// <summary>Whether it is the heavier of its font's two faces.</summary>
    public static bool IsHeavy(Face face) => (face - Face.Fallback) % 2 == 1;
}
