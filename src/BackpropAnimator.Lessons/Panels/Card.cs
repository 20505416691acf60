using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A page of words in a panel: blocks below each other, each as large as lets all of them fit. Every block keeps its place from the
/// beginning, and comes when it is its turn.
/// </summary>
internal sealed class Card
{
    // Ems of body text in stage units.
    const float LargestSize = 74, SmallestSize = 24;

    const float LineHeight = 1.36f, Corner = 22;

    // A line of more letters than this is hard to find one's way back from.
    const float MostEms = 30;

    // A block comes from this far below its place.
    const float Rise = 14;

    readonly LessonStage stage;
    readonly float size;
    readonly ImmutableArray<CardBlock> blocks;
    readonly ImmutableArray<SKRect> places;

    /// <param name="room">The rectangle in whose middle the card stands.</param>
    /// <param name="blocks">From the top; at least one.</param>
    public Card(LessonStage stage, SKRect room, params ImmutableArray<CardBlock> blocks)
    {
        (this.stage, this.blocks) = (stage, blocks);
        size = LargestSize;
        while (size > SmallestSize && !Fits(room)) size--;
        var height = HeightOf(WidthIn(room)) + 2 * Padding;
        var width = Math.Min(room.Width, WidthIn(room) + 2 * Padding);
        Area = SKRect.Create(room.MidX - width / 2, room.MidY - height / 2, width, height);
        places = PlacesIn(Area);
    }

    /// <summary>The card with its border.</summary>
    public SKRect Area { get; }

    // What stands in a narrow picture needs its width.
    float Padding => size * (stage.Layout.IsWide ? 1.2f : 0.8f);

    /// <summary>Where a block stands.</summary>
    public SKRect PlaceOf(int block) => places[block];

    /// <param name="opacity">How visible the card itself is, 0 to 1.</param>
    /// <param name="shown">How far each block has come, 0 to 1.</param>
    public void Draw(FrameBuilder frame, double opacity, Func<int, double> shown)
    {
        if (opacity <= 0.01) return;
        var palette = stage.Palette;
        frame.Add(new Panel(Area, Corner, palette.Panel.Faded(opacity), palette.PanelBorder.Faded(opacity), 2));
        for (var i = 0; i < blocks.Length; i++)
        {
            var here = Math.Clamp(shown(i), 0, 1);
            if (here * opacity <= 0.01) continue;
            var place = places[i];
            place.Offset(0, Rise * (float)(1 - here));
            if (blocks[i] is CardText text) DrawText(frame, text, place, here * opacity);
            else if (blocks[i] is CardFormula formula) DrawFormula(frame, formula, place, here * opacity);
        }
    }

    void DrawText(FrameBuilder frame, CardText text, SKRect place, double opacity)
    {
        var em = size * text.Size;
        var baseline = place.Top + em * 1.02f;
        var indent = IndentOf(text);
        var isTurned = LinesOf(text, place.Width) is [{ IsRightToLeft: true }, ..];
        if (text.Mark.Length > 0)
            frame.Add(new TextLine(
                text.Mark, new(isTurned ? place.Right : place.Left, baseline), em, stage.Palette.Secondary.Faded(opacity), Face.SemiBold,
                isTurned ? SKTextAlign.Right : SKTextAlign.Left));
        var lines = LinesOf(text, place.Width);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) baseline += lines[i].PitchAfter(lines[i - 1], em * LineHeight);
            // What is read from right to left begins at the right.
            var (x, align) = isTurned ? (place.Right - indent, SKTextAlign.Right) : (place.Left + indent, SKTextAlign.Left);
            frame.Write(lines[i], new(x, baseline), align, text.Color.Faded(opacity), stage);
        }
    }

    void DrawFormula(FrameBuilder frame, CardFormula formula, SKRect place, double opacity)
    {
        var laid = Laid(formula, place.Width);
        frame.Add(new FormulaText(
            formula.Source, new(place.MidX - laid.Width / 2, place.Top + laid.Height), laid.Size,
                FormulaStyles.ByRole(stage.Palette, opacity, laid)));
    }

    bool Fits(SKRect room)
    {
        var width = WidthIn(room);
        return HeightOf(width) + 2 * Padding <= room.Height
            && blocks.OfType<CardText>().All(text => LinesOf(text, width)
                .All(line => IndentOf(text) + line.Width <= width));
    }

    float WidthIn(SKRect room) => Math.Min(room.Width - 2 * Padding, MostEms * size);

    float HeightOf(float width) => blocks.Select((block, i) => HeightOf(block, width) + (i > 0 ? block.Before * size : 0)).Sum();

    float HeightOf(CardBlock block, float width) => block switch
    {
        CardText text => HeightOf(LinesOf(text, width), size * text.Size * LineHeight),
        CardFormula formula => HeightOf(Laid(formula, width)),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, null),
    };

    static float HeightOf(ImmutableArray<RichLine> lines, float pitch) =>
        pitch * Math.Min(1, lines.Length) + lines.Skip(1).Zip(lines, (line, before) => line.PitchAfter(before, pitch)).Sum();

    // A formula that is too wide for the card gives way in size alone.
    static float HeightOf(FormulaLayout laid) => laid.Height + laid.Depth;

    FormulaLayout Laid(CardFormula formula, float width)
    {
        var wanted = stage.Fonts.Lay(formula.Source, size * formula.Size);
        return wanted.Width <= width
            ? wanted
            : stage.Fonts.Lay(formula.Source, MathF.Max(1, MathF.Floor(size * formula.Size * width / wanted.Width)));
    }

    ImmutableArray<RichLine> LinesOf(CardText text, float width) =>
        stage.Fonts.Wrap(text.Text, text.Face, size * text.Size, width - IndentOf(text));

    float IndentOf(CardText text) =>
        text.Mark.Length == 0 ? 0 : stage.Fonts.Shape(text.Mark, Face.SemiBold, size * text.Size).Width + size * 0.6f;

    ImmutableArray<SKRect> PlacesIn(SKRect area)
    {
        var (width, y) = (area.Width - 2 * Padding, area.Top + Padding);
        var placed = ImmutableArray.CreateBuilder<SKRect>(blocks.Length);
        foreach (var (i, block) in blocks.Index())
        {
            if (i > 0) y += block.Before * size;
            var height = HeightOf(block, width);
            placed.Add(SKRect.Create(area.Left + Padding, y, width, height));
            y += height;
        }
        return placed.MoveToImmutable();
    }
}

/// <summary>A part of a card that comes by itself: a paragraph or a formula.</summary>
/// <param name="Size">Its em, in the card's own: 1 is body text.</param>
/// <param name="Before">The gap above it, in the card's ems; nothing above the first.</param>
internal abstract record CardBlock(float Size, float Before);

/// <summary>A paragraph.</summary>
/// <param name="Mark">What stands before its first line, such as a number; further lines stand in as far.</param>
internal sealed record CardText(
    RichText Text, SKColor Color, Face Face = Face.Regular, float Size = 1, float Before = 0.7f, string Mark = "")
    : CardBlock(Size, Before);

/// <summary>A formula in the middle of the card.</summary>
internal sealed record CardFormula(string Source, float Size = 1.15f, float Before = 0.8f) : CardBlock(Size, Before);
