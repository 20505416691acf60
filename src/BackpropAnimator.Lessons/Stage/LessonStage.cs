using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>All that phases share: the numbers, the layout, the palette, the fonts, the network's view and the panels around it.</summary>
public sealed class LessonStage
{
    internal LessonStage(Scene scene, FontShelf fonts)
    {
        Layout = StageLayout.For(scene.Video.Size.Width, scene.Video.Size.Height);
        Palette = ThemePalette.Of(scene.Theme);
        Fonts = fonts;
        Numbers = new(scene);
        (InputNames, OutputNames) = (scene.Network.Inputs, scene.OutputNames);
        Network = new(new(Layout.Network, Layout.TargetRoom, scene.Network.Layers), Palette);
        Aside = new(new(Layout.Aside, StageLayout.AsideTargetRoom, scene.Network.Layers), Palette);
        Header = new(this, scene.Title);
        LossBox = new(this);
        Formulas = new(this);
        Captions = new(this);
        Legend = new(this);
        Targets = new(this);
    }

    /// <summary>The lesson's scene with every number that follows from it.</summary>
    public LessonNumbers Numbers { get; }
    /// <summary>Where everything has its place.</summary>
    public StageLayout Layout { get; }
    /// <summary>The colours by the role they play.</summary>
    public Palette Palette { get; }
    /// <summary>What text is measured with.</summary>
    public FontShelf Fonts { get; }
    /// <summary>The network in its place.</summary>
    public NetworkView Network { get; }
    /// <summary>The network as it stands aside, for phases that show something beside it.</summary>
    public NetworkView Aside { get; }
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

    /// <summary>The edge that a script's reference means; the script's check has made sure that there is one.</summary>
    public Edge EdgeOf(EdgeReference reference) =>
        Numbers.Scene.Network.Find(reference) ?? throw new ArgumentException($"This network has no weight {reference}.", nameof(reference));
}
