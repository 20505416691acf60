using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A formula that has been laid out: glyphs and rules in their places and what each part consists of, in stage units from the left end of
/// the baseline (y downward). Colours, opacities and pulses are given when it is drawn, so one layout serves every frame. Equal when source
/// and size are equal. Safe to draw from several threads.
/// </summary>
public sealed class FormulaLayout : IEquatable<FormulaLayout>
{
    readonly FormulaPainter _painter;

    internal FormulaLayout(string source, float size, Box box, float axisHeight, Func<Face, FontFile> files)
    {
        (Source, Size) = (source, size);
        (Width, Height, Depth, AxisHeight) = (box.Width * size, box.Height * size, box.Depth * size, axisHeight * size);
        Ink = InkWriter.Write(box, size);
        Glyphs = [.. Ink.Glyphs.Select(it => it.Glyph)];
        Rules = [.. Ink.Rules.Select(it => it.Rect)];
        _painter = new(Ink, files);
        (Parts, Terms) = NamedParts(Ink);
    }

    public string Source { get; }

    /// <summary>Stage units per em of the formula's full size.</summary>
    public float Size { get; }

    public float Width { get; }

    /// <summary>How far the layout reaches above the baseline.</summary>
    public float Height { get; }

    /// <summary>How far the layout reaches below the baseline.</summary>
    public float Depth { get; }

    /// <summary>How far above the baseline fractions, delimiters and large operators are centred.</summary>
    public float AxisHeight { get; }

    public ImmutableArray<PlacedGlyph> Glyphs { get; }

    /// <summary>Fraction bars, the tops of roots, lines over and under.</summary>
    public ImmutableArray<SKRect> Rules { get; }

    /// <summary>All parts, named and unnamed; a part comes before those inside it. A name that is used twice has two.</summary>
    public ImmutableArray<FormulaPart> Parts { get; }

    /// <summary>The names of the outermost parts from left to right: what a formula enters term by term by.</summary>
    public ImmutableArray<string> Terms { get; }

    internal FormulaInk Ink { get; }


    /// <summary>The first part of that name; null where there is none.</summary>
    public FormulaPart? Find(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>The box around the ink of all parts of that name, from the left end of the formula's baseline.</summary>
    /// <exception cref="KeyNotFoundException">The formula has no such part; the message lists those it has.</exception>
    public SKRect PartBounds(string name)
    {
        var bounds = SKRect.Empty;
        var found = false;
        foreach (var part in Parts.Where(part => part.Name == name)) (bounds, found) = (Typesetting.Ink.Union(bounds, part.Bounds), true);
        return found ? bounds : throw NoSuchPart(name);
    }

    /// <summary>The box around everything that is drawn at a place, with the highlights and pulses of a style.</summary>
    public SKRect BoundsAt(SKPoint baselineStart, FormulaStyle? style = null) =>
        BoundsAt(baselineStart, style ?? new FormulaStyle(SKColors.White), effects: null);

    /// <summary>The boxes around the glyphs and rules that show at a place, each with its opacity from 0 to 1.</summary>
    public ImmutableArray<(SKRect Box, float Opacity)> InkAt(SKPoint baselineStart, FormulaStyle style) =>
        InkAt(baselineStart, style, effects: null);

    /// <param name="asOutlines">Whether nothing of it is drawn as text, for files that are read without our fonts.</param>
    public void Draw(SKCanvas canvas, SKPoint baselineStart, FormulaStyle style, bool asOutlines = false) =>
        Draw(canvas, baselineStart, style, effects: null, asOutlines);

    /// <summary>Draws one part alone, wherever it is wanted: a factor on its way into the formula.</summary>
    /// <param name="centre">Where the middle of the part's ink goes.</param>
    /// <param name="scale">1 for the size that it has in the formula.</param>
    /// <exception cref="KeyNotFoundException">The formula has no such part.</exception>
    public void DrawPart(SKCanvas canvas, string name, SKPoint centre, float scale, FormulaStyle style) =>
        _painter.Draw(canvas, style, Alone(name, centre, scale));

    /// <summary>The box around what <see cref="DrawPart"/> draws.</summary>
    public SKRect PartBoundsAt(string name, SKPoint centre, float scale, FormulaStyle style) =>
        _painter.Bounds(style, Alone(name, centre, scale));

    public bool Equals(FormulaLayout? other) => other is not null && Source == other.Source && Size == other.Size;

    public override bool Equals(object? obj) => Equals(obj as FormulaLayout);

    public override int GetHashCode() => HashCode.Combine(Source, Size);

    internal void Draw(SKCanvas canvas, SKPoint baselineStart, FormulaStyle style, OwnerEffect[]? effects, bool asOutlines)
    {
        canvas.Save();
        canvas.Translate(baselineStart);
        _painter.Draw(canvas, style, effects, asOutlines);
        canvas.Restore();
    }

    internal void DrawStrokes(SKCanvas canvas, SKPoint baselineStart, FormulaStyle style, OwnerEffect[] effects, float reached)
    {
        canvas.Save();
        canvas.Translate(baselineStart);
        _painter.DrawStrokes(canvas, style, effects, reached);
        canvas.Restore();
    }

    internal ImmutableArray<(SKRect Box, float Opacity)> InkAt(SKPoint baselineStart, FormulaStyle style, OwnerEffect[]? effects) =>
        [.. _painter.VisibleInk(style, effects).Select(piece => (SKRect.Create(
            piece.Box.Left + baselineStart.X, piece.Box.Top + baselineStart.Y, piece.Box.Width, piece.Box.Height), piece.Opacity))];

    internal SKRect BoundsAt(SKPoint baselineStart, FormulaStyle style, OwnerEffect[]? effects)
    {
        var bounds = _painter.Bounds(style, effects);
        bounds.Offset(baselineStart);
        return bounds;
    }

    OwnerEffect[] Alone(string name, SKPoint centre, float scale)
    {
        var part = Find(name) ?? throw NoSuchPart(name);
        var placement = Placement.Moving(part.Centre, centre, scale);
        var root = Enumerable.Range(0, Ink.Owners.Length).First(i => Ink.Owners[i].Name == name);
        var effects = new OwnerEffect[Ink.Owners.Length];
        for (var i = 0; i < effects.Length; i++)
        {
            var isInside = i == root || (i > root && effects[Ink.Owners[i].Parent].Opacity > 0);
            effects[i] = new(placement, isInside ? 1 : 0);
        }
        return effects;
    }

    KeyNotFoundException NoSuchPart(string name) =>
        new($"The formula '{Source}' has no part '{name}'; it has: {string.Join(", ", Parts.Select(part => part.Name).Distinct())}.");

    static (ImmutableArray<FormulaPart> Parts, ImmutableArray<string> Terms) NamedParts(FormulaInk ink)
    {
        var parts = ImmutableArray.CreateBuilder<FormulaPart>();
        var terms = ImmutableArray.CreateBuilder<string>();
        var partOf = new int?[ink.Owners.Length];
        for (var i = 1; i < ink.Owners.Length; i++)
        {
            var owner = ink.Owners[i];
            var parent = partOf[owner.Parent];
            partOf[i] = parent;
            if (owner.Name is null) continue;
            if (parent is null && !terms.Contains(owner.Name)) terms.Add(owner.Name);
            partOf[i] = parts.Count;
            parts.Add(new(owner.Name, owner.Bounds, owner.Origin.Y, owner.Glyphs, owner.Rules, parent));
        }
        return (parts.ToImmutable(), terms.ToImmutable());
    }
}
