using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Walks a box tree and writes down what it leaves on the page, at a size.</summary>
internal sealed class InkWriter
{
    readonly float _size;
    readonly ImmutableArray<InkGlyph>.Builder _glyphs = ImmutableArray.CreateBuilder<InkGlyph>();
    readonly ImmutableArray<InkRule>.Builder _rules = ImmutableArray.CreateBuilder<InkRule>();
    readonly ImmutableArray<Stroke>.Builder _strokes = ImmutableArray.CreateBuilder<Stroke>();
    readonly List<Owner> _owners = [];
    int _terms;

    InkWriter(float size) => _size = size;

    /// <param name="size">Stage units per em.</param>
    public static FormulaInk Write(Box formula, float size)
    {
        var writer = new InkWriter(size);
        writer.WriteOwned(new(-1, null, null, SKPoint.Empty), formula);
        return new(
            writer._glyphs.ToImmutable(), writer._rules.ToImmutable(), writer._strokes.ToImmutable(),
            [.. writer._owners.Select(owner => owner.ToInkOwner())]);
    }

    /// <param name="x">In ems of the formula's size, as is <paramref name="y"/>.</param>
    void Write(Box box, float x, float y, int owner)
    {
        switch (box)
        {
            case GlyphBox glyph:
                WriteGlyph(glyph, x, y, owner);
                break;
            case RuleBox rule:
                WriteRule(rule, x, y, owner);
                break;
            case RowBox row:
                foreach (var child in row.Children) Write(child.Box, x + child.X, y + child.Y, owner);
                break;
            case StruckBox struck:
                Write(struck.Body, x, y, owner);
                WriteStroke(struck, x, y, owner);
                break;
            case PartBox part:
                var name = part.IsTerm ? $"#{_terms++}" : part.Name;
                WriteOwned(new(owner, name, part.Tint, new(x * _size, y * _size)), part.Body);
                break;
        }
    }

    void WriteOwned(Owner owner, Box body)
    {
        var index = _owners.Count;
        _owners.Add(owner);
        var (glyphs, rules) = (_glyphs.Count, _rules.Count);
        Write(body, owner.Origin.X / _size, owner.Origin.Y / _size, index);
        owner.Glyphs = glyphs.._glyphs.Count;
        owner.Rules = rules.._rules.Count;
        if (owner.Parent >= 0) _owners[owner.Parent].Take(owner);
        if (!Ink.HasArea(owner.Bounds)) owner.Bounds = SKRect.Create(owner.Origin.X, owner.Origin.Y, body.Width * _size, 0);
    }

    void WriteGlyph(GlyphBox box, float x, float y, int owner)
    {
        if (!Ink.HasArea(box.Ink)) return;
        var glyph = new PlacedGlyph(box.Glyph, box.File.Face, box.Scale * _size, x * _size, y * _size);
        var bounds = Ink.At(box.Ink, _size, glyph.X, glyph.Y);
        _glyphs.Add(new(glyph, owner, box.IsJoined, box.Stretch) { Bounds = bounds });
        _owners[owner].Add(bounds);
        _owners[owner].Scale = Math.Max(_owners[owner].Scale, glyph.Size);
    }

    void WriteRule(RuleBox box, float x, float y, int owner)
    {
        var rule = new SKRect(x * _size, (y - box.Height) * _size, (x + box.Width) * _size, (y + box.Depth) * _size);
        if (!Ink.HasArea(rule)) return;
        _rules.Add(new(rule, owner, box.IsJoined));
        _owners[owner].Add(rule);
    }

    void WriteStroke(StruckBox box, float x, float y, int owner)
    {
        var stroke = new Stroke(
            new(x * _size, (y + box.Depth) * _size), new((x + box.Width) * _size, (y - box.Height) * _size), box.Thickness * _size, owner);
        _strokes.Add(stroke);
        _owners[owner].Add(stroke.Bounds);
    }

    sealed class Owner(int parent, string? name, SKColor? tint, SKPoint origin)
    {
        SKRect _own;

        public int Parent => parent;
        public SKPoint Origin => origin;
        public SKRect Bounds { get; set; }
        public float Scale { get; set; }
        public Range Glyphs { get; set; }
        public Range Rules { get; set; }

        public void Add(SKRect ink) => (_own, Bounds) = (Ink.Union(_own, ink), Ink.Union(Bounds, ink));

        public void Take(Owner child) => (Bounds, Scale) = (Ink.Union(Bounds, child.Bounds), Math.Max(Scale, child.Scale));

        public InkOwner ToInkOwner() => new(parent, name, tint, Bounds, _own, origin, Scale, Glyphs, Rules);
    }
}
