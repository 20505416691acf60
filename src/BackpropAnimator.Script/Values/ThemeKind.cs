using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>The palette that a scene's own colours are laid over.</summary>
public enum ThemeKind
{
    [Description("light on deep blue")]
    Dark,

    [Description("dark on paper white")]
    Light,
}
