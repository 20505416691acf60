using BackpropAnimator.Network;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>Activations as the files of other programs set them up.</summary>
internal static class ForeignActivations
{
    /// <summary>An activation with its parameter, the slope or factor for negative z.</summary>
    /// <param name="activation">Which one, with its defaults.</param>
    /// <param name="parameter">The parameter; null where the file leaves it to the default of its own program.</param>
    /// <param name="place">What the file has it in, such as "its layer 'dense'".</param>
    /// <exception cref="WeightFileException">Lessons have no such activation.</exception>
    public static Activation WithParameter(Activation activation, double? parameter, string place) => (activation, parameter) switch
    {
        (LeakyRelu, >= 0 and <= 1) => new LeakyRelu(parameter.Value),
        (LeakyRelu, not null) => throw new WeightFileException(
            FormattableString.Invariant($"{place} has a leaky ReLU of slope {parameter}, and lessons have slopes from 0 to 1")),
        (Elu, not (null or 1)) => throw new WeightFileException(
            FormattableString.Invariant($"{place} has an ELU with α = {parameter}, and lessons have it with α = 1")),
        (Relu, not (null or 0)) => WithParameter(new LeakyRelu(), parameter, place),
        _ => activation,
    };
}
