namespace BackpropAnimator.Typesetting;

/// <summary>The faces on the shelf: Inter for words and numbers, Latin Modern Math for formulas.</summary>
public enum Face
{
    Regular,
    Medium,
    SemiBold,
    Bold,
    Math,
}
