using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A picture that the program draws itself.</summary>
public enum PictureKind
{
    [Description("a sitting cat")]
    Cat,

    [Description("a sitting dog")]
    Dog,

    [Description("a truck on a road")]
    Truck,
}
