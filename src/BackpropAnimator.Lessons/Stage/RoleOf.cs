using System.Globalization;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons;

/// <summary>What items of a lesson's frames stand for, so that they are found by what they mean and not by how they look.</summary>
public static class RoleOf
{
    /// <summary>The number at a tick of an axis.</summary>
    public static readonly ItemRole Tick = new("tick");

    /// <summary>The light that a wave has left along an edge or around a unit, cyan or fire.</summary>
    public static readonly ItemRole Afterglow = new("afterglow");

    /// <summary>A spark that comes off an edge that burns.</summary>
    public static readonly ItemRole Spark = new("spark");

    /// <summary>The ground of the loss's card.</summary>
    public static readonly ItemRole LossCard = new("loss card");

    /// <summary>Light along the border of the loss's card.</summary>
    public static readonly ItemRole Rim = new("rim");

    /// <summary>What the loss throws down the ways to the outputs as it goes off.</summary>
    public static readonly ItemRole Jet = new("jet");

    /// <summary>The light along the loop of training.</summary>
    public static readonly ItemRole Loop = new("loop");

    /// <summary>One of the two lines that keep an edge's old width in sight after an update.</summary>
    public static readonly ItemRole OldWidth = new("old width");

    /// <summary>The green that shows how an edge's width has changed.</summary>
    public static readonly ItemRole Step = new("step");

    /// <summary>The change of a weight, as it floats off its edge.</summary>
    public static readonly ItemRole Change = new("change");

    /// <summary>The arrow that says the sign of a gradient besides its colour.</summary>
    public static readonly ItemRole Sign = new("sign");

    /// <summary>Light on the way from a weight to the loss, which its gradient goes along.</summary>
    public static readonly ItemRole WayToLoss = new("way to the loss");

    /// <summary>The ring of a unit that is pointed out, or a segment of it.</summary>
    public static readonly ItemRole Mark = new("mark");

    /// <summary>The part of a unit's ring that is as long as its share of the error is large.</summary>
    public static readonly ItemRole Blame = new("blame");

    /// <summary>A point that stays on a curve where something was or will be.</summary>
    public static readonly ItemRole Marker = new("marker");

    /// <summary>The point that travels along a curve, or its twin on the curve beside it.</summary>
    public static readonly ItemRole MovingPoint = new("moving point");

    /// <summary>The tangent at a moving point.</summary>
    public static readonly ItemRole Tangent = new("tangent");

    /// <summary>A bar of a diagram, whose length is a value.</summary>
    public static readonly ItemRole Bar = new("bar");

    /// <summary>What a bar would be at its longest.</summary>
    public static readonly ItemRole BarTrack = new("bar track");

    /// <summary>The number at a bar's end.</summary>
    public static readonly ItemRole BarValue = new("bar value");

    /// <summary>What a note adds.</summary>
    public static readonly ItemRole Note = new("note");

    /// <summary>The disc of a unit of the network.</summary>
    internal static ItemRole Unit(Unit unit) => new(FormattableString.Invariant($"{UnitPrefix}{unit.Layer}.{unit.Index}"));

    const string UnitPrefix = "unit ";

    /// <summary>The unit whose disc has a role; null for any other role.</summary>
    internal static Unit? UnitIn(ItemRole role)
    {
        if (role.Name is not { } name || !name.StartsWith(UnitPrefix, StringComparison.Ordinal)) return null;
        return name[UnitPrefix.Length..].Split('.') is [var layer, var index]
            && int.TryParse(layer, CultureInfo.InvariantCulture, out var l) && int.TryParse(index, CultureInfo.InvariantCulture, out var i)
            ? new(l, i) : null;
    }

    /// <summary>δ above a unit.</summary>
    public static readonly ItemRole Delta = new("delta");

    /// <summary>The name or the number of a unit, at its disc's left.</summary>
    public static readonly ItemRole UnitName = new("unit name");

    /// <summary>The name of an output, beside its disc.</summary>
    public static readonly ItemRole OutputName = new("output name");

    /// <summary>One of the large numbers that count along with a training.</summary>
    public static readonly ItemRole Readout = new("readout");

    /// <summary>A sample that the network learns from, as a point of a plot.</summary>
    public static readonly ItemRole Sample = new("sample");

    /// <summary>A sample that is held out of training, as a point of a plot.</summary>
    public static readonly ItemRole HeldOutSample = new("held-out sample");

    /// <summary>The ring around a sample that the network gets wrong.</summary>
    public static readonly ItemRole WrongSample = new("wrong sample");

    /// <summary>The border between two classes in the plane of two inputs.</summary>
    public static readonly ItemRole Border = new("border");

    /// <summary>Where a hidden unit's z is 0 in the plane of two inputs.</summary>
    public static readonly ItemRole HiddenLine = new("hidden line");

    /// <summary>The network's output over its only input.</summary>
    public static readonly ItemRole Curve = new("curve");

    /// <summary>From the network's output to a sample's target.</summary>
    public static readonly ItemRole RawError = new("raw error");

    /// <summary>One of the strokes of the cross at a wrong answer.</summary>
    public static readonly ItemRole WrongSign = new("wrong sign");

    /// <summary>The plate of a matrix's cell.</summary>
    public static readonly ItemRole MatrixCell = new("matrix cell");

    /// <summary>One of the two brackets around a matrix.</summary>
    public static readonly ItemRole Bracket = new("bracket");

    /// <summary>The line about which a matrix is mirrored.</summary>
    public static readonly ItemRole Diagonal = new("diagonal");

    /// <summary>A line of a caption.</summary>
    public static readonly ItemRole Caption = new("caption");

    /// <summary>The theme's picture in a corner.</summary>
    public static readonly ItemRole Logo = new("logo");

    /// <summary>The theme's faint words or picture at the edge, which nobody has to read.</summary>
    public static readonly ItemRole Watermark = new("watermark");

    /// <summary>Half of the lid on a unit that has died.</summary>
    public static readonly ItemRole Lid = new("lid");

    /// <summary>What falls off a unit that dies.</summary>
    public static readonly ItemRole Ash = new("ash");

    /// <summary>Light that comes to the lid of a dead unit, and does not get in.</summary>
    public static readonly ItemRole LidLight = new("lid light");

    /// <summary>The fire that comes to a unit whose slope lets little of it through.</summary>
    public static readonly ItemRole FireIn = new("fire in");

    /// <summary>What a slope lets through of a fire.</summary>
    public static readonly ItemRole FireOut = new("fire out");

    /// <summary>A gear wheel's outline.</summary>
    public static readonly ItemRole Gear = new("gear");

    /// <summary>The mark on a gear wheel that tells how far it has turned.</summary>
    public static readonly ItemRole GearMark = new("gear mark");
}
