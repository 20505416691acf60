namespace BackpropAnimator.Typesetting;

internal enum StyleLevel
{
    Display,
    Text,
    Script,
    ScriptScript,
}

/// <summary>
/// TeX's eight styles: a level, and whether superscripts are kept low because something stands above. The TeXbook, chapter 17.
/// </summary>
internal readonly record struct MathStyle(StyleLevel Level, bool IsCramped)
{
    public static MathStyle Display { get; } = new(StyleLevel.Display, false);

    public bool IsDisplay => Level == StyleLevel.Display;

    /// <summary>Whether it is one of the two script sizes, in which the wider spaces are left out.</summary>
    public bool IsScript => Level >= StyleLevel.Script;

    /// <summary>The style of a formula between words.</summary>
    public MathStyle Inline => IsDisplay ? this with { Level = StyleLevel.Text } : this;

    public MathStyle Cramped => this with { IsCramped = true };

    public MathStyle Super => this with { Level = IsScript ? StyleLevel.ScriptScript : StyleLevel.Script };

    public MathStyle Sub => Super.Cramped;

    public MathStyle Numerator => this with { Level = Level == StyleLevel.ScriptScript ? Level : Level + 1 };

    public MathStyle Denominator => Numerator.Cramped;
}
