using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A truth table of two inputs and one target.</summary>
public enum DataSetKind
{
    [Description("1 when both inputs are 1")]
    And,

    [Description("1 when either input is 1")]
    Or,

    [Description("1 when the inputs differ")]
    Xor,
}
