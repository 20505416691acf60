using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>The rows or the columns of a matrix: one for each unit of a layer, as many as the network shows of it.</summary>
/// <param name="Units">The units that have a row, in order.</param>
/// <param name="Size">How many units there are in all.</param>
internal sealed record MatrixAxis(ImmutableArray<int> Units, int Size)
{
    /// <summary>A single row or column.</summary>
    public static MatrixAxis Single { get; } = new([0], 1);

    /// <summary>One for each unit of a layer that the network shows.</summary>
    public static MatrixAxis Of(NetworkLayout layout, int layer) => new([.. layout.UnitsOf(layer).Select(unit => unit.Index)], layout.Sizes[layer]);

    /// <summary>Whether there are units without a row; the gap where they would be is one slot wide.</summary>
    public bool IsCut => Units.Length < Size;

    /// <summary>How many places there are, the gap among them.</summary>
    public int Slots => Units.Length + (IsCut ? 1 : 0);

    /// <summary>The place of the gap.</summary>
    public int GapSlot => Units.Length / 2;

    public int SlotOf(int unit)
    {
        var place = Units.IndexOf(unit);
        return IsCut && place >= GapSlot ? place + 1 : place;
    }
}
