using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>An item of the list of phases as it is written: <c>forward</c>, <c>forward: 10s</c>, or a kind with its options.</summary>
internal static class PhaseNode
{
    /// <summary>What overrides call the phase; null for what is no phase.</summary>
    public static string? NameOf(Node phase) =>
        OptionsOf(phase) is MappingNode options && options.Find("name") is ScalarNode name ? name.Text : KindOf(phase)?.Text;

    public static ScalarNode? KindOf(Node phase) => phase switch
    {
        ScalarNode kind => kind,
        MappingNode { Entries: [var only] } => only.Key,
        _ => null,
    };

    /// <summary>What is written behind the kind; null for nothing.</summary>
    public static Node? OptionsOf(Node phase) => (phase as MappingNode)?.Entries is [var only] ? only.Value : null;
}
