using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>Which state of the scene's network a phase looks at.</summary>
public enum NetworkStateKind
{
    [Description("as the phases before have left it")]
    Current,

    [Description("after the whole training on the scene's data")]
    Trained,
}
