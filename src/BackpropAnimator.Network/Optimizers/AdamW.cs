namespace BackpropAnimator.Network;

/// <summary>Adam whose weight decay is decoupled from the gradient, and so from its division: Loshchilov &amp; Hutter (2019).</summary>
/// <param name="Beta1">The share of the mean gradient m that is kept.</param>
/// <param name="Beta2">The share of the mean squared gradient v that is kept.</param>
/// <param name="Epsilon">Keeps the division defined where v is 0.</param>
[Listed(40)]
public sealed record AdamW(double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Adam(Beta1, Beta2, Epsilon)
{
    public override string Name => "adamw";

    public override string Label => "AdamW";

    public override string Description => "Adam whose weight decay is decoupled from the gradient: Loshchilov & Hutter (2019)";

    public override string Formula =>
        @"m \leftarrow \beta_1 m + (1 - \beta_1)\,g, \quad v \leftarrow \beta_2 v + (1 - \beta_2)\,g^2, \quad "
        + @"w \leftarrow w - \eta\,\lambda\,w - \eta\,\frac{\hat{m}}{\sqrt{\hat{v}} + \epsilon}";

    public override bool DecouplesWeightDecay => true;
}
