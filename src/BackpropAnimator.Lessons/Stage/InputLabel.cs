using System.Collections.Immutable;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What stands beside the inputs: their names, shortened to the room there is; of a layer that is not shown whole the numbers of those
/// that are.
/// </summary>
internal static class InputLabel
{
    /// <summary>The em, and the distance from the disc.</summary>
    public const float Size = 23, Gap = 12;

    // Of a picture's width: names leave the network most of it.
    const float MostOfWidth = 0.17f;

    /// <summary>The labels of the inputs that are drawn, in order; empty where they need none.</summary>
    /// <param name="shown">The network.</param>
    /// <param name="names">What the inputs are called; empty where they have no names.</param>
    /// <param name="width">Of the network's place.</param>
    public static ImmutableArray<string> Of(ShownNetwork shown, ImmutableArray<string> names, float width, FontShelf fonts)
    {
        if (names.IsEmpty && !shown.IsCut(0)) return [];
        return [.. shown.UnitsOf(0).Select(unit => names.IsEmpty
            ? FormattableString.Invariant($"{unit.Index + 1}")
            : fonts.Shortened(names[unit.Index], Face.Medium, Size, MostOfWidth * width))];
    }

    /// <summary>How much room labels take at the left of the inputs' discs.</summary>
    public static float RoomFor(ImmutableArray<string> labels, FontShelf fonts) =>
        labels.IsEmpty ? 0 : labels.Max(label => WidthOf(label, fonts)) + Gap + 4;

    static float WidthOf(string text, FontShelf fonts) => fonts.Shape(text, Face.Medium, Size).Width;
}
