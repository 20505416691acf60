using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>All that phases share: the numbers, the layout, the palette, the fonts, the network's view and the panels around it.</summary>
public sealed class LessonStage
{
    readonly NetworkView networkAbovePanel, networkAlone, networkAboveLargePanel;
    readonly FormulaPanel formulasBeforeLoss, formulasWrittenLarge;

    internal LessonStage(Scene scene, FontShelf fonts, SharedNumbers? shared = null)
    {
        Layout = StageLayout.For(scene);
        Palette = ThemePalette.Of(scene.Theme);
        Words = Words.Of(scene.Language);
        Fonts = fonts;
        Numbers = (shared ?? new()).Of(scene);
        (InputNames, OutputNames) = (scene.Network.Inputs, scene.OutputNames);
        var shown = new ShownNetwork(scene.Network.Layers, NetworkLayout.RowsIn(Layout.Network), ToTell);
        var labels = InputLabel.Of(shown, InputNames, Layout.Network.Width, fonts);
        InputLabelRoom = InputLabel.RoomFor(labels, fonts);
        Network = new(At(Layout.Network, Layout.TargetRoom, Layout.LossBox), this) { InputLabels = labels, NumbersHidden = true };
        networkAboveLargePanel =
            Network.In(At(Layout.NetworkAboveLargePanel, Layout.TargetRoom, Layout.LossBoxAboveLargePanel));
        var nameRoom = OutputNames.IsEmpty ? StageLayout.AsideTargetRoom : Layout.TargetRoom;
        networkAbovePanel = Network.In(At(Layout.NetworkAbovePanel, nameRoom, Layout.LossBox, hasDeltas: false));
        networkAlone = Network.In(At(Layout.NetworkAlone, nameRoom, Layout.LossBox, hasDeltas: false));
        Aside = Network.In(At(Layout.Aside, StageLayout.AsideTargetRoom, Layout.LossBox));
        Header = new(this, scene.Title);
        LossBox = new(this);
        Formulas = new(this, Layout.Formula);
        formulasBeforeLoss = new(this, Layout.FormulaBeforeLoss);
        formulasWrittenLarge = new(this, Layout.LargeFormula);
        Captions = new(this);
        Legend = new(this);
        Targets = new(this);

        NetworkLayout At(SKRect area, float targetRoom, SKRect loss, bool hasDeltas = true) =>
            new(area, targetRoom, shown, InputLabelRoom, hasDeltas) { Loss = new(loss) };
    }

    /// <summary>The lesson's scene with every number that follows from it.</summary>
    public LessonNumbers Numbers { get; }
    /// <summary>Where everything has its place.</summary>
    public StageLayout Layout { get; }
    /// <summary>The colours by the role they play.</summary>
    public Palette Palette { get; }
    /// <summary>What the program says of its own, in the lesson's language.</summary>
    internal Words Words { get; }
    /// <summary>What text is measured with.</summary>
    public FontShelf Fonts { get; }
    /// <summary>The network in its place where all that may stand around it does.</summary>
    public NetworkView Network { get; }

    /// <summary>The network in its place: larger where less stands around it.</summary>
    public NetworkView NetworkIn(StageSetting setting) => setting switch
    {
        StageSetting.Alone => networkAlone,
        StageSetting.AbovePanel => networkAbovePanel,
        StageSetting.WithLoss => Network,
        StageSetting.AboveLargePanel => networkAboveLargePanel,
        _ => throw new ArgumentOutOfRangeException(nameof(setting)),
    };

    internal FormulaPanel FormulasIn(StageSetting setting) => setting switch
    {
        StageSetting.WithLoss => Formulas,
        StageSetting.AboveLargePanel => formulasWrittenLarge,
        _ => formulasBeforeLoss,
    };

    /// <summary>Where the loss stands while the legend is so visible: it makes room before the legend comes.</summary>
    internal LossPlace LossBesideLegend(NetworkLayout layout, double legend) =>
        LossPlace.Between(layout.Loss, new(Layout.LossBoxBesideLegend), (float)Math.Min(1, 2 * legend));

    /// <summary>The network as it stands aside, for phases that show something beside it.</summary>
    public NetworkView Aside { get; }
    // What the inputs' names take at the network's left.
    internal float InputLabelRoom { get; }
    internal Header Header { get; }
    internal LossBox LossBox { get; }
    internal FormulaPanel Formulas { get; }
    internal CaptionBar Captions { get; }
    internal GradientLegend Legend { get; }
    /// <summary>What the inputs are called; empty where the scene does not say.</summary>
    public ImmutableArray<string> InputNames { get; }
    /// <summary>What the outputs stand for; empty where the scene does not say.</summary>
    public ImmutableArray<string> OutputNames { get; }
    internal TargetColumn Targets { get; }

    // Of a layer that is too large to be shown whole, the units that its sums depend on most: the one with the largest δ, whose own sums
    // are written out, and those that bring the most to that of the next layer, or take the most of its δ.
    double ToTell(Unit unit)
    {
        var (step, last) = (Numbers.Step, Numbers.Network.Layers.Length);
        if (unit.Layer > 0 && unit.Index == Steepest(unit.Layer)) return double.PositiveInfinity;
        if (unit.Layer == last) return Math.Abs(step.DeltaOf(unit));
        var next = Steepest(unit.Layer + 1);
        return Math.Abs(step.CarriedForward(new(unit.Layer, unit.Index, next)));

        int Steepest(int layer) => step.Backward.Layers[layer - 1].Delta.AbsoluteMaximumIndex();
    }

    /// <summary>What viewers call a unit: "Hidden 2"; an input or output by its own name where it has one.</summary>
    public string NameOf(Unit unit) => Focus.NameOf(this, unit);

    /// <summary>What viewers call a weight: "Hidden 2 → Output 1".</summary>
    public string NameOf(Edge edge) => Focus.NameOf(this, edge);

    /// <summary>
    /// The layer of a name, counted from 0 for the input; the last one where no name is given. The script's check has made sure that there
    /// is one.
    /// </summary>
    public int LayerOf(string? name) =>
        name is null ? Numbers.Scene.Network.Layers.Length - 1 : Numbers.Scene.Network.LayerOf(name);

    /// <summary>
    /// The unit of a layer whose calculation a phase writes out: the one that its scene points out, or the one with most to tell.
    /// </summary>
    internal Unit FocusOf(FocusedOptions options, LearningStep step, int layer) =>
        options.UnitOf(Numbers.Scene.Network, layer) is { } unit
            ? new(layer, unit)
            : Focus.UnitOf(this, step, layer);

    /// <summary>Where a phase looks.</summary>
    /// <param name="from">Where the network stands before it.</param>
    /// <param name="to">Where the network stands in it.</param>
    /// <param name="turns">For each gap between layers that is spoken of, by the layer on its left, when its turn begins, in order.</param>
    /// <param name="until">When the whole network is looked at again; at the phase's end where it is left out.</param>
    internal Camera CameraOf(
        FocusedOptions options, StageSetting from, StageSetting to, IEnumerable<(int Gap, double Start)> turns, double? until = null) =>
        new(this, (from, to), options.LayerInView(Numbers.Scene.Network) - 1, turns, options.Duration, until);

    /// <summary>The edge that a script's reference means; the script's check has made sure that there is one.</summary>
    public Edge EdgeOf(EdgeReference reference) =>
        Numbers.Scene.Network.Find(reference) ?? throw new ArgumentException($"This network has no weight {reference}.", nameof(reference));
}
