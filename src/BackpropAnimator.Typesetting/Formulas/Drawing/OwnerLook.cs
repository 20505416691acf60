using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>What a transition does to an owner on top of its style: where it takes it, and how much of it shows.</summary>
internal readonly record struct OwnerEffect(Placement Placement, float Opacity)
{
    public static OwnerEffect None { get; } = new(Placement.Identity, 1);
}

/// <summary>How one owner's own ink is drawn in the end, everything inherited taken in.</summary>
internal readonly record struct OwnerLook(SKColor Color, Placement Placement)
{
    public bool IsVisible => Color.Alpha > 0;
}

/// <summary>Works out every owner's look from a style: colours are inherited, opacities and scales multiply from parent to child.</summary>
internal static class OwnerLooks
{
    public static OwnerLook[] Resolve(FormulaInk ink, FormulaStyle style, OwnerEffect[]? effects)
    {
        var looks = new OwnerLook[ink.Owners.Length];
        var inherited = new (SKColor Color, float Opacity, Placement Placement)[looks.Length];
        for (var i = 0; i < looks.Length; i++)
        {
            var owner = ink.Owners[i];
            var (color, opacity, placement) = i == 0 ? (style.Color, style.Opacity, Placement.Identity) : inherited[owner.Parent];
            if (owner.Tint is { } tint) color = tint;
            if (owner.Name is not null && style.Parts[owner.Name] is { } part)
            {
                color = part.Color ?? color;
                opacity *= part.Opacity;
                if (part.Scale != 1) placement = Placement.Scaling(part.Scale, new(owner.Bounds.MidX, owner.Bounds.MidY)).Then(placement);
            }
            inherited[i] = (color, opacity, placement);
            var effect = effects?[i] ?? OwnerEffect.None;
            looks[i] = new(Faded(color, opacity * effect.Opacity), placement.Then(effect.Placement));
        }
        return looks;
    }

    public static SKColor Faded(SKColor color, float opacity) =>
        color.WithAlpha((byte)MathF.Round(color.Alpha * Math.Clamp(opacity, 0, 1)));
}
