using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How far the pieces of a chain's product have appeared, each from 0 to 1.</summary>
internal readonly record struct ChainAppearance
{
    public required double Gradient { get; init; }
    public required double Error { get; init; }
    public required double Slope { get; init; }
    public required double Input { get; init; }
    /// <summary>The part that is spoken of, and how far it is lifted out.</summary>
    public required (string Part, double Pulse) Spoken { get; init; }
    /// <summary>How far the numbers have come, from the first to what all of it comes to.</summary>
    public required double Numbers { get; init; }
    /// <summary>Of all of it.</summary>
    public required double Opacity { get; init; }
}

/// <summary>
/// The product of a chain as a table: symbols above, and below each its number; δ below those that make it, and what comes out at the end,
/// or on a line of its own where that lets everything be larger.
/// </summary>
internal sealed class ChainTable
{
    const float Largest = 84, Smallest = 20;

    // In ems: around "=" and "·", from one row to the next, and from the last factor to what comes out.
    const float AroundSign = 0.24f, BetweenRows = 0.36f, BeforeResult = 0.3f;

    // Stage units that a factor that is lifted out may grow by.
    const float Kept = 14;

    const string Gradient = @"\frac{\partial L}{\partial w}", Dot = @"\cdot";

    // A number, the brace below it and what comes out follow each other.
    const double Overlap = 0.5;

    readonly ChainFactors factors;
    readonly FontShelf fonts;
    readonly float size;
    readonly ImmutableArray<(Cell Cell, SKPoint Origin)> cells;

    /// <summary>What a cell shows, and when: with its symbols, or as one in the row of all that comes after them.</summary>
    /// <param name="Turn">Whether it comes with the gradient, with a factor, or in the row of numbers.</param>
    /// <param name="Index">Its place in that.</param>
    readonly record struct Cell(string Source, Turn Turn, int Index);

    enum Turn
    {
        Gradient,
        Factor,
        /// <summary>The sign after a factor comes with the next one.</summary>
        Sign,
        Number,
    }

    /// <param name="room">What it is centred in.</param>
    public ChainTable(FontShelf fonts, SKRect room, ChainFactors factors)
    {
        (this.fonts, this.factors) = (fonts, factors);
        room.Inflate(0, -Kept);
        for (size = Largest; size > Smallest; size--)
            foreach (var isBelow in new[] { false, true })
                if (Place(room, isBelow) is { } placed)
                {
                    cells = placed;
                    return;
                }
        cells = Place(room, true, always: true)!.Value;
    }

    /// <summary>Stage units per em.</summary>
    public float Size => size;

    public void Draw(FrameBuilder frame, Palette palette, ChainAppearance shown)
    {
        // The numbers, the brace below them, and what comes out.
        var steps = factors.Factors.Length + 2;
        foreach (var (cell, origin) in cells)
        {
            var opacity = shown.Opacity * cell.Turn switch
            {
                Turn.Gradient => shown.Gradient,
                Turn.Factor => 1,
                Turn.Sign => cell.Index == factors.Factors.Length - 2 ? shown.Input : shown.Slope,
                _ => Math.Clamp((shown.Numbers * (steps + Overlap) - cell.Index) / (1 + Overlap), 0, 1),
            };
            var clause = new Clause(cell.Source, opacity);
            if (cell.Turn == Turn.Factor)
                clause = clause with
                {
                    Reveal =
                    [
                        ("error", shown.Opacity * shown.Error), ("dot", shown.Opacity * shown.Slope),
                        ("slope", shown.Opacity * shown.Slope), ("input", shown.Opacity * shown.Input),
                    ],
                    Part = shown.Spoken.Part,
                    Pulse = shown.Spoken.Pulse,
                };
            if (opacity > 0.01) frame.Add(new FormulaText(cell.Source, origin, size, FormulaStyles.WithRoles(palette, clause)));
        }
    }

    // Null where it does not fit.
    ImmutableArray<(Cell, SKPoint)>? Place(SKRect room, bool isBelow, bool always = false)
    {
        var symbols = factors.Factors.Select(factor => Lay(factor.Symbol)).ToList();
        var numbers = factors.Factors.Select(factor => Lay(factor.Number)).ToList();
        var (gradient, equals, dot, result) = (Lay(Gradient), Lay("="), Lay(Dot), Lay(factors.Result));
        var around = AroundSign * size;
        List<float> widths = [.. symbols.Zip(numbers, (symbol, number) => Math.Max(symbol.Width, number.Width))];
        var start = gradient.Width + equals.Width + 2 * around;
        var product = widths.Sum() + (widths.Count - 1) * (dot.Width + 2 * around);
        var after = BeforeResult * size + result.Width;
        var width = start + (isBelow ? Math.Max(product, after) : product + after);

        // All but the last have a brace below them.
        var braced = product - widths[^1] - dot.Width - 2 * around;
        var ems = (braced / size).ToString("0.###", CultureInfo.InvariantCulture);
        var brace = $@"\underbrace{{\vphantom{{(0}}\hspace{{{ems}em}}}}_{{{factors.Delta}}}";
        var gap = BetweenRows * size;
        var (first, second) = (symbols.Append(gradient).ToList(), numbers.Append(equals).ToList());
        var (secondHeight, secondDepth) = (second.Max(l => l.Height), Math.Max(second.Max(l => l.Depth), Lay(brace).Depth));
        var height = first.Max(l => l.Height) + first.Max(l => l.Depth) + gap + secondHeight + secondDepth
            + (isBelow ? gap + result.Height + result.Depth : 0);
        if (!always && (width > room.Width || height > room.Height)) return null;

        var placed = ImmutableArray.CreateBuilder<(Cell, SKPoint)>();
        var left = room.MidX - width / 2;
        var symbolLine = room.MidY - height / 2 + first.Max(l => l.Height);
        var numberLine = symbolLine + first.Max(l => l.Depth) + gap + secondHeight;
        Add(Gradient, Turn.Gradient, 0, left, symbolLine);
        Add("=", Turn.Gradient, 0, left + gradient.Width + around, symbolLine);
        Add("=", Turn.Number, 0, left + gradient.Width + around, numberLine);
        var x = left + start;
        placed.Add((new(brace, Turn.Number, widths.Count), new(x, numberLine)));
        for (var i = 0; i < widths.Count; i++)
        {
            Add(factors.Factors[i].Symbol, Turn.Factor, i, x + (widths[i] - symbols[i].Width) / 2, symbolLine);
            Add(factors.Factors[i].Number, Turn.Number, i, x + (widths[i] - numbers[i].Width) / 2, numberLine);
            x += widths[i];
            if (i == widths.Count - 1) break;
            Add(Dot, Turn.Sign, i, x + around, symbolLine);
            Add(Dot, Turn.Number, i + 1, x + around, numberLine);
            x += dot.Width + 2 * around;
        }
        if (isBelow) Add(factors.Result, Turn.Number, widths.Count + 1, left + gradient.Width + around,
            numberLine + secondDepth + gap + result.Height);
        else Add(factors.Result, Turn.Number, widths.Count + 1, x + BeforeResult * size, numberLine);
        return placed.ToImmutable();

        void Add(string source, Turn turn, int index, float atX, float atY) => placed.Add((new(source, turn, index), new(atX, atY)));
    }

    FormulaLayout Lay(string source) => fonts.Lay(source, size);
}
