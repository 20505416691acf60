using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The gradient of a weight path by path: the factors in symbols, a product of numbers for each path, and the sum.</summary>
internal sealed class PathTable
{
    const float LargestSize = 40, SmallestSize = 24, NameSize = 26, SumSize = 44;

    // A longer product shows its first and last factors.
    const int MostFactors = 11;

    // With how many decimals products are written: more only where their sum would not come out.
    const int FewestDecimals = 3, MostDecimals = 5;

    readonly LessonStage stage;
    readonly GradientPaths paths;
    readonly ImmutableArray<ImmutableArray<PathFactor>> rows;
    readonly ImmutableArray<Line> lines;
    readonly float size, pitch;
    readonly int resultDecimals;

    // One line of the table: its formula, the parts that are its factors, and the end of its baseline's start.
    sealed record Line(string Source, ImmutableArray<(string Part, int Factor, SKColor Color)> Factors, SKPoint Origin, string Name);

    public PathTable(LessonStage stage, GradientPaths paths, ImmutableArray<ImmutableArray<PathFactor>> factors)
    {
        (this.stage, this.paths) = (stage, paths);
        var room = stage.Layout.Beside;
        resultDecimals = DecimalsOfResults(factors);
        rows = WithDigits(factors, resultDecimals);
        var written = Written();
        if (written.Exists(line => stage.Fonts.Lay(line.Source, SmallestSize).Width > room.Width))
        {
            (rows, resultDecimals) = (factors, FewestDecimals);
            written = Written();
        }
        // The symbols, the paths, what is left out, the sum: spread over the height, and no further apart than reads well.
        var others = HasRest ? 1 : 0;
        pitch = Math.Min(130, (room.Height - 40) / (written.Count + others + 1));
        var top = room.MidY - pitch * (written.Count + others) / 2;
        size = MathF.Floor(Math.Clamp(pitch * 0.34f, SmallestSize, LargestSize));
        while (size > SmallestSize && written.Any(line => stage.Fonts.Lay(line.Source, size).Width > room.Width)) size--;
        lines = [.. written.Select((line, i) => new Line(
            line.Source, line.Factors,
            new(room.MidX - stage.Fonts.Lay(line.Source, size).Width / 2, top + i * pitch - (i == 0 ? size * 0.35f : 0)), line.Name))];
        RestAt = new(room.MidX, top + written.Count * pitch);
        SumAt = new(room.MidX, top + (written.Count + others) * pitch);
    }

    List<(string Source, ImmutableArray<(string, int, SKColor)> Factors, string Name)> Written()
    {
        var symbols = Product(rows[0], symbols: true);
        var products = rows.Select(row => Product(row, symbols: false));
        return
        [
            ((paths.Count > 1 ? @"\sum \, " : "") + symbols.Source, symbols.Factors, ""),
            .. products.Select((product, i) => (product.Source + ResultOf(i), product.Factors, NameOf(i))),
        ];
    }

    // Whoever adds up the products as they are written gets the gradient as it is written.
    int DecimalsOfResults(ImmutableArray<ImmutableArray<PathFactor>> factors)
    {
        var parts =
            paths.Largest.Take(factors.Length).Select(path => path.Value).Append(paths.Count > factors.Length ? paths.Rest : 0).ToList();
        var enough = Enumerable.Range(FewestDecimals, MostDecimals - FewestDecimals + 1).Where(decimals =>
            Numbers.InFormula.Rounded(
                parts.Sum(part => Rounded.AsWritten(part, decimals)), decimals) == Numbers.InFormula.Rounded(paths.Gradient, decimals));
        return enough.FirstOrDefault(FewestDecimals);
    }

    // Whoever multiplies the factors as they are written gets the product as
    // it is written; one that is not written out has no factors to multiply.
    static ImmutableArray<ImmutableArray<PathFactor>> WithDigits(ImmutableArray<ImmutableArray<PathFactor>> rows, int decimals)
    {
        if (rows[0].Length > MostFactors) return rows;
        var digits = ShownFactors.DecimalsFor(
            [.. rows.Select(row => (ShownFactor[])[.. row.Select(f => new ShownFactor(f.Value, f.Decimals))])], decimals);
        return [.. rows.Select((row, i) => row.Select((factor, k) => factor with { Decimals = digits[i][k] }).ToImmutableArray())];
    }

    bool HasRest => paths.Count > rows.Length;

    float NameEm => Math.Clamp(pitch * 0.28f, 22, NameSize);

    SKPoint RestAt { get; }

    SKPoint SumAt { get; }

    /// <param name="factors">For a path and a factor of it, how far the factor has come, 0 to 1.</param>
    /// <param name="results">For a path, how far its product has come.</param>
    /// <param name="rest">How far the sum of the paths that are not shown has come.</param>
    /// <param name="sum">How far the sum of all has come.</param>
    public void Draw(FrameBuilder frame, double shown, Func<int, int, double> factors, Func<int, double> results, double rest, double sum)
    {
        if (shown <= 0.01) return;
        for (var i = 0; i < lines.Length; i++)
        {
            // The first line is that of the symbols, which come with the first path's numbers.
            var path = Math.Max(0, i - 1);
            var line = lines[i];
            if (factors(path, 0) <= 0.01) continue;
            var style = FormulaStyles.ByRole(stage.Palette, shown, stage.Fonts.Lay(line.Source, size));
            foreach (var (part, factor, color) in line.Factors) style = style.With(part, new(color, Opacity: (float)factors(path, factor)));
            var sign = stage.Palette.SignOf(rows.Length > path ? paths.Largest[path].Value : 0);
            style = style.With("result", new(sign, Opacity: (float)results(path)));
            frame.Add(new FormulaText(line.Source, line.Origin, size, style));
            if (line.Name.Length > 0)
                frame.Add(new TextLine(
                    line.Name, new(stage.Layout.Beside.MidX, line.Origin.Y - size * 1.08f), NameEm,
                    stage.Palette.Secondary.Faded(shown * factors(path, 0)), Face.Medium, SKTextAlign.Center));
        }
        if (HasRest) DrawRest(frame, shown * rest);
        DrawSum(frame, shown * sum);
    }

    void DrawRest(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        var count = paths.Count - rows.Length;
        var many = count < 1e6 ? Numbers.Count((long)count) : Numbers.Fine(count);
        frame.Add(new TextLine(
            stage.Words.TraceWeight.MorePaths(
                (long)count, many, Numbers.WithSign(paths.Rest, Numbers.Rounded(paths.Rest, resultDecimals))),
            RestAt, NameEm + 2, stage.Palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Center));
    }

    void DrawSum(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01) return;
        var room = stage.Layout.Beside;
        var (terms, total) = Terms();
        var source = $@"\frac{{\partial L}}{{\partial w}} {terms} {Rounded.Sign(total, paths.Gradient, resultDecimals)} " +
            $@"\part{{result}}{{{Signed(paths.Gradient)}}}";
        var wanted = stage.Fonts.Lay(source, SumSize);
        var em = MathF.Floor(Math.Min(Math.Min(SumSize, pitch * 0.42f), SumSize * room.Width / wanted.Width));
        var laid = stage.Fonts.Lay(source, em);
        frame.Add(new FormulaText(
            source, new(SumAt.X - laid.Width / 2, SumAt.Y), em,
            FormulaStyles.Plain(stage.Palette, opacity).With("result", new(stage.Palette.SignOf(paths.Gradient)))));
    }

    // The products as they stand above, and what comes out when one adds them up as they are written.
    (string Terms, double Total) Terms()
    {
        if (rows.Length == 1 && !HasRest) return ("", paths.Gradient);
        double[] values =
            [.. paths.Largest.Take(rows.Length).Select(path => path.Value), .. HasRest ? [paths.Rest] : Array.Empty<double>()];
        var written = string.Concat(values.Select((value, i) => i == 0 ? Numbers.InFormula.Rounded(
            value, resultDecimals) : $" {(value < 0 ? "-" : "+")} {Numbers.InFormula.Rounded(Math.Abs(value), resultDecimals)}"));
        return ("= " + written, values.Sum(value => Rounded.AsWritten(value, resultDecimals)));
    }

    string ResultOf(int path)
    {
        var comesOut = ShownFactors.ComesOut(
            [.. rows[path].Select(f => new ShownFactor(f.Value, f.Decimals))], [.. rows[path].Select(f => f.Decimals)], resultDecimals);
        return $@"\part{{result}}{{\; {(comesOut ? "=" : @"\approx")} {Signed(paths.Largest[path].Value)}}}";
    }

    string Signed(double value) => Numbers.InFormula.WithSign(value, Numbers.InFormula.Rounded(value, resultDecimals));

    // "via Output 2": only where there is a choice.
    string NameOf(int path) => rows.Length == 1 && !HasRest ? "" : stage.Words.TraceWeight.Via(string.Join(", ",
        paths.Largest[path].Units.Skip(1).Select((unit, i) =>
            Focus.NameOf(stage, new Unit(stage.Network.Layout.Sizes.Length - (paths.Largest[path].Units.Length - 1) + i, unit)))));

    static (
        string Source,
        ImmutableArray<(string Part, int Factor, SKColor Color)> Factors) Product(ImmutableArray<PathFactor> factors, bool symbols)
    {
        var parts = ImmutableArray.CreateBuilder<(string, int, SKColor)>();
        List<string> written = [];
        for (var i = 0; i < factors.Length; i++)
        {
            var isCut = factors.Length > MostFactors && i >= MostFactors / 2 && i < factors.Length - MostFactors / 2;
            if (isCut && i > MostFactors / 2) continue;
            var part = FormattableString.Invariant($"f{(char)('a' + written.Count)}");
            parts.Add((part, i, factors[i].Color));
            var body = isCut ? @"\cdots" : symbols ? factors[i].Symbol : factors[i].Written;
            written.Add($@"\part{{{part}}}{{{(written.Count > 0 ? @"\cdot " : "")}{body}}}");
        }
        return (string.Join(@"\,", written), parts.ToImmutable());
    }
}

/// <summary>One factor on the way from the loss back to a weight, and the place in the network that it measures.</summary>
/// <param name="Symbol">As a formula.</param>
/// <param name="Value">The number.</param>
/// <param name="Decimals">With how many it is written; with more where the product would not come out.</param>
/// <param name="Unit">The unit that it belongs to; null for a weight.</param>
/// <param name="Edge">The weight that it is; null for every other factor.</param>
internal sealed record PathFactor(string Symbol, double Value, int Decimals, SKColor Color, Unit? Unit, Edge? Edge)
{
    /// <summary>The number as a formula.</summary>
    public string Written => Numbers.InFormula.Factor(Value, Decimals);

    /// <summary>The factors of a path in the order in which the error meets them: at the output first.</summary>
    public static ImmutableArray<PathFactor> Of(LearningStep step, Edge weight, GradientPath path, Palette palette)
    {
        var factors = ImmutableArray.CreateBuilder<PathFactor>();
        var backward = step.Backward.Layers;
        var last = backward.Length - 1;
        for (var l = last; l >= weight.Layer; l--)
        {
            var unit = path.Units[l - weight.Layer];
            var at = new Unit(l + 1, unit);
            if (l == last && (backward[l].IsCancelled || backward[l].Jacobian is not null))
                // The two factors are one here: they cancel, or are no numbers of one unit.
                factors.Add(new($@"\delta^{{({l + 1})}}", backward[l].Delta[unit], 3, palette.Backward, at, null));
            else
            {
                if (l == last)
                    factors.Add(new(@"\frac{\partial L}{\partial \hat{y}}", backward[l].Incoming[unit], 3, palette.FactorError, at, null));
                var slope = step.Before.Layers[l].Activation.SlopeInTex($"z^{{({l + 1})}}");
                factors.Add(new(slope, backward[l].Slope[unit], 3, palette.FactorSlope, at, null));
            }
            if (l == weight.Layer) continue;
            var edge = new Edge(l, path.Units[l - 1 - weight.Layer], unit);
            factors.Add(new($"w^{{({l + 1})}}", step.WeightOf(edge), 2, palette.Text, null, edge));
        }
        factors.Add(new(
            weight.Layer == 0
                ? "x"
                : $"a^{{({weight.Layer})}}", step.Forward.ActivationsOf(weight.Layer)[weight.From], 2, palette.FactorInput,
                    new Unit(weight.Layer, weight.From), null));
        return factors.ToImmutable();
    }
}
