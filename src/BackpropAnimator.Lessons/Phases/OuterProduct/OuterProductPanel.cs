using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>∂L/∂Wˡ = δˡ (aˡ⁻¹)ᵀ in numbers: a column times a row, a product for each cell, in the very shape of W.</summary>
/// <param name="layer">The layer that the weights lead into, counted from 1 for the first after the input.</param>
/// <param name="room">What it fills.</param>
internal sealed class OuterProductPanel(LessonStage stage, LearningStep step, int layer, SKRect room)
{
    const float NameSize = 40, RuleSize = 54, SmallestRule = 30, WorkingSize = 50, Beside = 24;

    readonly OuterProductLayout layout =
        new(room, MatrixAxis.Of(stage.Network.Layout, layer), MatrixAxis.Of(stage.Network.Layout, layer - 1));

    Palette Palette => stage.Palette;

    MatrixGrid Grid => layout.Gradients;

    LayerBackward Backward => step.Backward.Layers[layer - 1];

    double InputOf(int unit) => step.Forward.ActivationsOf(layer - 1)[unit];

    string DeltaName => $@"\part{{delta}}{{\delta^{{({layer})}}}}";

    // a⁰ is the input itself.
    string InputName => layer == 1 ? @"\part{ahead}{x^{\top}}" : $@"\part{{ahead}}{{(a^{{({layer - 1})}})^{{\top}}}}";

    string GradientName => $@"\frac{{\partial L}}{{\partial W^{{({layer})}}}}";

    string WeightName => $"W^{{({layer})}}";

    public void Draw(FrameBuilder frame, OuterProductLook look)
    {
        if (look.Shown <= 0.01) return;
        var largest = Math.Max(1e-12, Backward.WeightGradient.Enumerate().Max(Math.Abs));
        DrawGrid(
            frame, layout.Deltas, look.Shown * look.Deltas,
            (row, _) => new(Numbers.Signed(Backward.Delta[row]), Palette.NeuronFill.Mixed(Palette.Backward, 0.07))
        {
            TextColor = Palette.DeltaColor(Backward.Delta[row]),
            Light = Grid.Columns.Units.Max(column => look.Lit(row, column)),
            LightColor = Palette.Backward,
        });
        DrawGrid(
            frame, layout.Inputs, look.Shown * look.Inputs,
            (_, column) => new(Numbers.Value(InputOf(column)), Palette.NeuronFill.Mixed(Palette.Forward, 0.07))
        {
            TextColor = Palette.Forward, Light = Grid.Rows.Units.Max(row => look.Lit(row, column)), LightColor = Palette.Forward,
        });
        DrawGrid(frame, Grid, look.Shown * Math.Min(look.Deltas, look.Inputs), (row, column) =>
        {
            var gradient = Backward.WeightGradient[row, column];
            var filled = look.Filled(row, column);
            var color = Palette.SignOf(gradient);
            return new(Numbers.Signed(gradient), Palette.NeuronFill.Mixed(color, 0.34 * filled * Math.Abs(gradient) / largest))
            {
                TextColor = gradient == 0 ? Palette.Secondary : Palette.Text,
                TextOpacity = Math.Min(1, 2 * filled), Opacity = 0.35 + 0.65 * filled,
                    Light = look.Lit(row, column), LightColor = color,
            };
        });
        if (layout.ShowsWeights)
            DrawGrid(frame, layout.Weights, look.Shown * look.Weights, (row, column) =>
            {
                var weight = step.Before.Layers[layer - 1].Weights[row, column];
                return new(Numbers.Value(weight), RowTints.Ground(Palette, row, weight));
            });
        DrawNames(frame, look);
        DrawWorking(frame, look);
        DrawRule(frame, look);
    }

    void DrawGrid(FrameBuilder frame, MatrixGrid grid, double opacity, Func<int, int, MatrixCell> cellOf)
    {
        if (opacity <= 0.01) return;
        foreach (var row in grid.Rows.Units)
            foreach (var column in grid.Columns.Units)
            {
                var cell = cellOf(row, column);
                (cell with { Opacity = cell.Opacity * opacity }).Draw(frame, stage, grid.CentreOf(row, column), grid.Pitch);
            }
        grid.DrawBrackets(frame, Palette, opacity);
    }

    void DrawNames(FrameBuilder frame, OuterProductLook look)
    {
        var (row, column) = (layout.Inputs, layout.Deltas);
        Name(DeltaName, new(column.Centre.X, column.Cells.Top - 22), look.Deltas, align: 0.5f);
        Name(InputName, new(row.Cells.Right + Beside, row.Centre.Y + 8), look.Inputs, align: 0);
        Name($"= {GradientName}", new(Grid.Cells.Right + Beside, Grid.Centre.Y + 8), Math.Min(look.Deltas, look.Inputs), align: 0);
        if (layout.ShowsWeights)
            Name(WeightName, new(layout.Weights.Cells.Right + Beside, layout.Weights.Centre.Y + 8), look.Weights, align: 0);

        void Name(string source, SKPoint at, double opacity, float align)
        {
            var shown = look.Shown * opacity;
            if (shown <= 0.01) return;
            var laid = stage.Fonts.Lay(source, NameSize);
            frame.Add(new FormulaText(source, new(at.X - laid.Width * align, at.Y), NameSize, StyleOf(laid, shown)));
        }
    }

    FormulaStyle StyleOf(FormulaLayout laid, double opacity) =>
        FormulaStyles.ByRole(Palette, opacity, laid).With("ahead", new(Palette.Forward));

    // The first product in numbers.
    void DrawWorking(FrameBuilder frame, OuterProductLook look)
    {
        var shown = look.Shown * look.Working;
        if (shown <= 0.01) return;
        var (row, column) = (Grid.Rows.Units[0], Grid.Columns.Units[0]);
        var (delta, input, gradient) = (Backward.Delta[row], InputOf(column), Backward.WeightGradient[row, column]);
        var source = $@"\part{{delta}}{{{Numbers.InFormula.Factor(delta, 3)}}} \cdot " +
            $@"\part{{ahead}}{{{Numbers.InFormula.Factor(input, 2)}}} " +
            $@"{Rounded.Sign(Rounded.AsWritten(delta, 3) * Rounded.AsWritten(input, 2), gradient, 3)} " +
            Signs.Part(gradient);
        var laid = stage.Fonts.Lay(source, WorkingSize);
        frame.Add(new FormulaText(
            source, new(Grid.Centre.X - laid.Width / 2, layout.Working.MidY + 18), WorkingSize, StyleOf(laid, shown)));
    }

    // δ · aᵀ = ∂L/∂W, with the shape of each below it; and W with the same shape.
    void DrawRule(FrameBuilder frame, OuterProductLook look)
    {
        (string Source, MatrixGrid? Shape)[] terms =
        [
            (DeltaName, layout.Deltas), (InputName, layout.Inputs), ("=", null), (GradientName, Grid),
            (Formula.Words(stage.Words.OuterProduct.HasShape), null), (WeightName, layout.Weights),
        ];
        // Words beside signs stay words: in a narrow room all of it is smaller rather than closer.
        const float least = 16;
        float size = RuleSize, gap;
        List<FormulaLayout> laid;
        List<float> widths;
        do
        {
            laid = [.. terms.Select(term => stage.Fonts.Lay(term.Source, size))];
            widths =
                [.. terms.Select((term, i) => Math.Max(laid[i].Width, term.Shape?.BadgeWidth(stage) ?? 0))];
            gap = Math.Min(26, (layout.Rule.Width - widths.Sum()) / (terms.Length - 1));
        } while (gap < least && --size > SmallestRule);
        var x = layout.Rule.MidX - (widths.Sum() + gap * (terms.Length - 1)) / 2;
        var baseline = layout.Rule.Top + 62;
        // How many terms with a shape have come before this one, and with it.
        var shapes = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Shape is not null) shapes++;
            var needed = terms[i].Shape is null ? shapes + 1 : shapes;
            var shown = look.Shown * Math.Clamp(look.Shapes - needed + 1, 0, 1);
            var middle = x + widths[i] / 2;
            x += widths[i] + gap;
            if (shown <= 0.01) continue;
            frame.Add(new FormulaText(terms[i].Source, new(middle - laid[i].Width / 2, baseline), size, StyleOf(laid[i], shown)));
            terms[i].Shape?.DrawBadge(frame, stage, new(middle, layout.Rule.Top + 132), shown, lit: shapes >= 3 ? look.Agreement : 0);
        }
    }
}

/// <summary>What an <see cref="OuterProductPanel"/> shows at one moment; every share is 0 to 1.</summary>
internal sealed record OuterProductLook
{
    /// <summary>How visible the panel is as a whole.</summary>
    public double Shown { get; init; }

    /// <summary>How far the column δ has come.</summary>
    public double Deltas { get; init; }

    /// <summary>How far the row aᵀ has come.</summary>
    public double Inputs { get; init; }

    /// <summary>For a cell, by row and column, how far its product has counted up.</summary>
    public required Func<int, int, double> Filled { get; init; }

    /// <summary>For a cell, by row and column, how brightly it shines, and with it what it is made of.</summary>
    public required Func<int, int, double> Lit { get; init; }

    /// <summary>How visible the product is that is written out.</summary>
    public double Working { get; init; }

    /// <summary>How many of the shapes below the rule have come: δ, aᵀ, ∂L/∂W, W.</summary>
    public double Shapes { get; init; }

    /// <summary>How far W has come.</summary>
    public double Weights { get; init; }

    /// <summary>How brightly the two equal shapes shine.</summary>
    public double Agreement { get; init; }
}
