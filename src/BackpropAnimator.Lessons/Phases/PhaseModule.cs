using System.ComponentModel;
using System.Reflection;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>A kind of phase together with the class that draws it.</summary>
public sealed partial class PhaseModule : PhaseKind
{
    readonly Func<PhaseOptions, PhasePlace, Phase> create;

    PhaseModule(
        PhaseAttribute attribute, string summary, Type phase, Type options, Func<PhaseOptions, PhasePlace, Phase> create,
        params PhaseMoment[] moments) : base(attribute.Name, summary, options)
    {
        Moments = [.. moments, PhaseMoment.Complete];
        this.create = create;
        if (phase.Assembly != typeof(PhaseModule).Assembly) Revision = phase.Module.ModuleVersionId.ToString();
        (Place, Needs, NeedsData) = (attribute.Place, attribute.Needs, attribute.NeedsData);
        Opening = attribute.Opening == PhaseAttribute.ByBaseClass ? OpeningOf(phase) : attribute.Opening;
    }

    /// <summary>Every phase that lessons have of themselves.</summary>
    public static partial PhaseCatalog BuiltIn { get; }

    /// <summary>The end card, which scenes have by their theme and not among their phases.</summary>
    internal static PhaseModule EndCard { get; } = new(
        new("end_card"), "A last card.", typeof(EndCardPhase), typeof(EndCardOptions),
        (options, place) => new EndCardPhase((EndCardOptions)options, place));

    /// <summary>The phase of a class, by the attribute that it is marked with.</summary>
    /// <typeparam name="TPhase">A class with <see cref="PhaseAttribute"/>.</typeparam>
    /// <exception cref="ArgumentException">
    /// The class is not what <see cref="PhaseAttribute"/> asks for; the message says what is missing.
    /// </exception>
    public static PhaseModule Of<TPhase>() where TPhase : Phase => Of(typeof(TPhase));

    /// <inheritdoc cref="Of{TPhase}"/>
    /// <param name="phase">A class with <see cref="PhaseAttribute"/>.</param>
    public static PhaseModule Of(Type phase)
    {
        var attribute = phase.GetCustomAttribute<PhaseAttribute>() ?? throw Unfit(phase, "is not marked [Phase(\"name\")]");
        var summary = phase.GetCustomAttribute<DescriptionAttribute>()?.Description
            ?? throw Unfit(phase, "has no [Description] with what it shows");
        var options = OptionsOf(phase) ?? throw Unfit(phase, "does not extend Phase<TOptions>");
        var constructor = phase.GetConstructor([options, typeof(PhasePlace)])
            ?? throw Unfit(phase, $"has no public constructor with {options.Name} and PhasePlace");
        return new(
            attribute, summary, phase, options,
            (o, place) => (Phase)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [o, place], null),
            [.. phase.GetCustomAttributes<MomentAttribute>().Select(moment => new PhaseMoment(moment.Name, moment.Description))]);
    }

    /// <summary>The phase of a scene, drawn by this module's class.</summary>
    internal Phase Create(PhaseOptions options, PhasePlace place) => create(options, place);

    static PhaseOpening OpeningOf(Type phase) =>
        phase.IsAssignableTo(typeof(IOpensAside)) ? PhaseOpening.Aside
        : phase.IsAssignableTo(typeof(IOpensCleared)) ? PhaseOpening.Cleared
        : PhaseOpening.Network;

    static Type? OptionsOf(Type phase)
    {
        for (var ancestor = phase.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == typeof(Phase<>)) return ancestor.GetGenericArguments()[0];
        return null;
    }

    static ArgumentException Unfit(Type phase, string why) => new($"{phase.Name} is no phase: it {why}.");
}
