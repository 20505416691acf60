using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>How many samples one update sees.</summary>
public enum BatchKind
{
    [Description("one update an epoch, with the gradient averaged over all samples")]
    Full,

    [Description("one update a sample, in an order drawn anew for every epoch")]
    Sample,
}
