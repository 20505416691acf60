using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Gathers a frame's items, back to front.</summary>
public sealed class FrameBuilder(SKSize stage, Backdrop backdrop)
{
    readonly ImmutableArray<DrawItem>.Builder items = ImmutableArray.CreateBuilder<DrawItem>(256);

    /// <summary>What there is so far.</summary>
    public IReadOnlyList<DrawItem> Items => items;

    public void Add(DrawItem item) => items.Add(item);

    public void Add(IEnumerable<DrawItem> all) => items.AddRange(all);

    public Frame ToFrame() => new(stage, backdrop, items.ToImmutable());
}
