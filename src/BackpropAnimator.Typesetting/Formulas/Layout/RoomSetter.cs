namespace BackpropAnimator.Typesetting;

/// <summary>Sets a sub-formula that takes another room than it shows.</summary>
internal static class RoomSetter
{
    public static Atom Set(FormulaSetter setter, Measured measured, MathStyle style)
    {
        var body = setter.Set(measured.Body, style);
        float Taken(Extents extent, float length) => measured.Takes.HasFlag(extent) ? length : 0;

        var box = new RowBox(
            Taken(Extents.Width, body.Box.Width), Taken(Extents.Height, body.Box.Height), Taken(Extents.Depth, body.Box.Depth),
            measured.IsShown ? [new(body.Box, 0, 0)] : []);
        return new(box, AtomClass.Ordinary);
    }

    public static Atom Set(FormulaSetter setter, Lapped lapped, MathStyle style)
    {
        var body = setter.SetBox(lapped.Body, style);
        return new(Boxes.Row(0, new Placed(body, -lapped.Side.Share() * body.Width, 0)), AtomClass.Ordinary);
    }

    /// <summary>How much of the free room, or of the width of what is set, is to the left.</summary>
    public static float Share(this Alignment alignment) => alignment switch
    {
        Alignment.Left => 0,
        Alignment.Center => 0.5f,
        Alignment.Right => 1,
        _ => throw new NotSupportedException(alignment.ToString()),
    };
}
