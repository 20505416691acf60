using System.Collections.Immutable;

namespace BackpropAnimator.Lessons;

/// <summary>One wheel of a train of gears. Lengths are in modules: a wheel's pitch radius is half its number of teeth.</summary>
/// <param name="At">Its centre, along the line through all centres.</param>
/// <param name="Radius">Of its pitch circle, on which it rolls along its neighbours'.</param>
/// <param name="Phase">The angle of one of its teeth at rest, in degrees clockwise from the line's direction.</param>
/// <param name="Turn">How far it turns while the first wheel turns by 1.</param>
/// <param name="Axis">On which axis it sits; null for an idler between two.</param>
internal sealed record GearWheel(double At, double Radius, double Phase, double Turn, int? Axis)
{
    /// <summary>From tooth to tooth, in degrees.</summary>
    public double Pitch => 180 / Radius;

    /// <summary>A wheel behind this one on the line, turned so that a tooth of the one stands in a gap of the other.</summary>
    public GearWheel Meshing(double radius, int? axis)
    {
        var next = new GearWheel(At + Radius + radius, radius, 0, -Turn * Radius / radius, axis);
        // How far this wheel's tooth is past the point of contact, in teeth: so far must the next one's gap be past it too. A wheel that
        // turns clockwise comes to it with the teeth before it, counted round the other way.
        var contact = Turn > 0 ? 360 : 0;
        return next with { Phase = 180 - next.Pitch * (0.5 + (Phase - contact) / Pitch) };
    }
}

/// <summary>
/// The links of a chain as gears in a row that turn by its effects. A wheel twice as large turns half as far, and the other way; where a
/// factor is positive, an idler between the two makes them turn the same way. A factor so far from 1 that wheels of one picture cannot make
/// it gets none that mesh: its two axes stand apart.
/// </summary>
/// <param name="Wheels">In the order in which they are drawn.</param>
/// <param name="AxesAt">Where each axis stands on the line through all.</param>
/// <param name="LinksAt">Where the wheels of each link meet.</param>
/// <param name="Rows">The wheels of each link, each in mesh with the one before; none where two axes stand apart.</param>
/// <param name="Length">From the first wheel's outer side to the last one's.</param>
internal sealed record GearTrain(
    ImmutableArray<GearWheel> Wheels, ImmutableArray<double> AxesAt, ImmutableArray<double> LinksAt,
    ImmutableArray<ImmutableArray<GearWheel>> Rows, double Length)
{
    // In teeth.
    const double Smallest = 8, Largest = 38, Usual = 20, Idler = 10, Apart = 7;

    /// <summary>The largest pitch radius.</summary>
    public double LargestRadius => Wheels.Max(wheel => wheel.Radius);

    /// <summary>The train whose wheels come nearest to whole numbers of teeth, as even in size as the factors let them be.</summary>
    public static GearTrain Of(EffectChain chain) =>
        Enumerable.Range((int)Smallest + 2, (int)(Largest - Smallest) - 2).Select(teeth => Build(chain, teeth / 2.0))
            .MinBy(train => train.Wheels.Max(wheel => Fraction(2 * wheel.Radius)) + 0.05 * train.Wheels.Length
                + 0.03 * train.LargestRadius / train.Wheels.Where(wheel => wheel.Axis is not null).Min(wheel => wheel.Radius))!;

    // How far a number of teeth is from a whole one.
    static double Fraction(double teeth) => Math.Abs(teeth - Math.Round(teeth));

    static GearTrain Build(EffectChain chain, double first)
    {
        var wheels = ImmutableArray.CreateBuilder<GearWheel>();
        var (axes, contacts, rows) = (new List<double>(), new List<double>(), new List<ImmutableArray<GearWheel>>());
        var last = new GearWheel(first, first, 0, 1, 0);
        wheels.Add(last);
        axes.Add(last.At);
        for (var i = 0; i < chain.Links.Length; i++)
        {
            var factor = Math.Abs(chain.Links[i]);
            var driver = DriverFor(factor, last.Radius);
            if (driver is null)
            {
                // The next axis turns by what the factor makes of it all the same: nothing is claimed of how.
                var next = new GearWheel(
                    last.At + last.Radius + Apart + Usual / 2, Usual / 2, 0, chain.EffectAfter(i + 1), i + 1);
                contacts.Add(last.At + last.Radius + Apart / 2);
                wheels.Add(last = next);
                rows.Add([]);
            }
            else
            {
                var driving = last with { Radius = driver.Value };
                // On one axis the smaller of two wheels is in front.
                if (driving != last) wheels.Insert(driving.Radius < last.Radius ? wheels.Count : wheels.Count - 1, driving);
                var idler = chain.Links[i] > 0 ? driving.Meshing(Idler / 2, null) : null;
                if (idler is not null) wheels.Add(idler);
                contacts.Add(idler?.At ?? driving.At + driving.Radius);
                wheels.Add(last = (idler ?? driving).Meshing(driver.Value / factor, i + 1));
                rows.Add(idler is null ? [driving, last] : [driving, idler, last]);
            }
            axes.Add(last.At);
        }
        return new(
            wheels.ToImmutable(), [.. axes], [.. contacts], [.. rows], wheels.Max(wheel => wheel.At + wheel.Radius));
    }

    // The wheel that drives the next axis: the one that is there if the next one's size then is one for the picture, or else another one
    // on the same axis.
    static double? DriverFor(double factor, double there)
    {
        if (there / factor is >= Smallest / 2 and <= Largest / 2) return there;
        // In teeth, the driven wheel's number a whole one and the driver's as near to one as it gets.
        var driven = Enumerable.Range((int)Smallest, (int)(Largest - Smallest) + 1)
            .Where(teeth => teeth * factor is >= Smallest and <= Largest && (factor < 1 ? teeth > Usual : teeth < Usual)).ToList();
        return driven.Count == 0 ? null : driven.MinBy(teeth => Fraction(teeth * factor)) * factor / 2;
    }
}
