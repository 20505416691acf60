using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>
/// A kind of file that holds a network's weights. Everything that is particular to one is in its record, so a new format is a new file and
/// nothing else.
/// </summary>
[Catalog]
internal abstract partial record WeightsFormat
{
    /// <summary>The most bytes of a file: as many weights as a network may have take 16 MB as doubles.</summary>
    public const int MaxBytes = 24 << 20;

    /// <summary>Every format in the order of the documentation.</summary>
    public static partial ImmutableArray<WeightsFormat> All { get; }

    /// <summary>What the names of its files end in, with the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>The dense layers in a file.</summary>
    /// <param name="file">All of the file.</param>
    /// <param name="layerCount">How many dense layers the scene's network has; null where it leaves that to the file.</param>
    /// <exception cref="WeightFileException">The file is damaged, or holds something else.</exception>
    public abstract StoredNetwork Read(ReadOnlyMemory<byte> file, int? layerCount);

    /// <summary>The format of a file by its name; null where there is none.</summary>
    public static WeightsFormat? Of(string file) =>
        All.FirstOrDefault(format => Path.GetExtension(file).Equals(format.Extension, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A format that holds arrays under names, and nothing of how they make a network.</summary>
internal abstract record ArraysFormat : WeightsFormat
{
    /// <summary>How its matrices usually lie.</summary>
    public abstract MatrixOrder Order { get; }

    /// <summary>Whether its matrices are also found the other way round.</summary>
    public abstract bool ShapesDecide { get; }

    /// <summary>The arrays in a file, in its own order.</summary>
    /// <exception cref="WeightFileException">The file is damaged, or holds something else.</exception>
    public abstract ImmutableArray<StoredArray> Arrays(ReadOnlyMemory<byte> file);

    public sealed override StoredNetwork Read(ReadOnlyMemory<byte> file, int? layerCount) =>
        LayerPairing.Of(Arrays(file), Order, layerCount) with { ShapesDecide = ShapesDecide };
}
