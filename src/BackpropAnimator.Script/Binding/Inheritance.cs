using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Binding;

/// <summary>Completes an element that is written as changes to another.</summary>
internal static class Inheritance
{
    /// <summary>The element with every key that it does not write taken from another element, whose type it has or extends.</summary>
    public static T Over<T>(this T changes, ScriptElement from) where T : ScriptElement
    {
        var whole = (T)((ScriptElement)changes with { });
        foreach (var key in new ElementShape(from.GetType()).Keys)
            if (!Writes(changes, key)) key.Property.SetValue(whole, key.Property.GetValue(from));
        return whole;
    }

    static bool Writes(ScriptElement element, KeyShape key) => element.Node switch
    {
        null => false,
        MappingNode keys => keys.Find(SnakeCase.Of(key.Property.Name)) is not null,
        var alone => key.IsShortForm && key.Value is ListShape == alone is SequenceNode,
    };
}
