using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>How weights that are not written out are drawn from the seed. Biases start at 0.</summary>
public enum InitializationKind
{
    [Description("he before relu and its relatives, xavier before the others")]
    Auto,

    [Description("Glorot & Bengio (2010), by the sizes of both layers")]
    Xavier,

    [Description("He et al. (2015), by the size of the layer before")]
    He,

    [Description("evenly between −uniform_range and uniform_range")]
    Uniform,

    [Description("all 0")]
    Zeros,
}
