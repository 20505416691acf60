namespace BackpropAnimator.Typesetting.Tests;

/// <summary>Constants of Latin Modern Math 1.959's MATH table, in its units of 1/1000 em, read off the font by hand.</summary>
static class MathFontFacts
{
    public const float ScriptScale = 0.7f;
    public const float AxisHeight = 250;
    public const float AccentBaseHeight = 450;

    public const float SubscriptShiftDown = 247;
    public const float SubscriptTopMax = 344;
    public const float SubscriptBaselineDropMin = 200;
    public const float SuperscriptShiftUp = 363;
    public const float SuperscriptShiftUpCramped = 289;
    public const float SuperscriptBottomMin = 108;
    public const float SuperscriptBaselineDropMax = 250;
    public const float SubSuperscriptGapMin = 160;
    public const float SuperscriptBottomMaxWithSubscript = 344;
    public const float SpaceAfterScript = 56;

    public const float UpperLimitGapMin = 200;
    public const float UpperLimitBaselineRiseMin = 111;
    public const float LowerLimitGapMin = 167;
    public const float LowerLimitBaselineDropMin = 600;

    public const float StackTopDisplayStyleShiftUp = 677;
    public const float StackGapMinDisplay = 280;
    public const float StretchStackGapAboveMin = 200;
    public const float StretchStackGapBelowMin = 167;

    public const float FractionNumeratorShiftUp = 394;
    public const float FractionNumeratorDisplayStyleShiftUp = 677;
    public const float FractionDenominatorShiftDown = 345;
    public const float FractionDenominatorDisplayStyleShiftDown = 686;
    public const float FractionNumeratorDisplayStyleGapMin = 120;
    public const float FractionDenominatorDisplayStyleGapMin = 120;
    public const float FractionRuleThickness = 40;

    public const float OverbarVerticalGap = 120;
    public const float OverbarRuleThickness = 40;
    public const float UnderbarVerticalGap = 120;

    public const float RadicalVerticalGap = 50;
    public const float RadicalDisplayStyleVerticalGap = 148;
    public const float RadicalRuleThickness = 40;
    public const float RadicalKernBeforeDegree = 278;
    public const float RadicalKernAfterDegree = -556;
    public const float RadicalDegreeBottomRaise = 0.6f;

    /// <summary>Thin, medium and thick spaces: 3, 4 and 5 eighteenths of an em.</summary>
    public const float Thin = 3000 / 18f;

    public const float Medium = 4000 / 18f;
    public const float Thick = 5000 / 18f;

    /// <summary>How far a bound may be off: glyph boxes come in whole font units.</summary>
    public const float Unit = 1.01f;
}
