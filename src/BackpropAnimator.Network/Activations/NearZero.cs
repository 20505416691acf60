namespace BackpropAnimator.Network;

/// <summary>
/// eˣ − 1 and ln(1 + x) that keep their digits for small x, where the plain forms lose them: each is corrected by the x that its
/// rounded intermediate result really stands for. Goldberg (1991), theorem 4; Higham (2002), §1.14.1.
/// MathNet.Numerics 5.0 has both as well, but its Expm1(−0.05) is right to eight digits only.
/// </summary>
static class NearZero
{
    public static double ExpMinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x
            : power - 1 == -1 || double.IsInfinity(power) ? power - 1
            : (power - 1) * x / Math.Log(power);
    }

    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
