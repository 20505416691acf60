using System.Collections.Immutable;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>A variant whose scene was read and checked.</summary>
/// <param name="Sound">What its video is made from; null when the scene cannot be used.</param>
internal sealed record CheckedVariant(Variant Variant, SoundVariant? Sound);

/// <summary>What a variant's video is made from.</summary>
/// <param name="Key">The name of it all: <see cref="VideoKey"/>.</param>
internal sealed record SoundVariant(Scene Scene, VideoSettings Settings, string Key);

/// <summary>A problem with the variants that have it.</summary>
/// <param name="Variants">Their names; empty for a problem of the batch itself.</param>
/// <param name="InAll">Whether these are all that there are.</param>
internal sealed record BatchProblem(Diagnostic Diagnostic, ImmutableArray<string> Variants, bool InAll)
{
    const int MostNamed = 4;

    public override string ToString()
    {
        if (Variants.IsEmpty || (InAll && Variants.Length == 1)) return $"{Diagnostic}";
        var names =
            string.Join(", ", Variants.Take(MostNamed)) + (Variants.Length > MostNamed ? $" and {Variants.Length - MostNamed} more" : "");
        return $"{Diagnostic}\n  in: {(InAll ? $"all {Variants.Length} variants" : names)}";
    }
}
