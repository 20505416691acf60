using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Characters that are a script already, such as ² or ᵀ. A math font has none of them; the formula's notation has all.</summary>
internal static class TypedScripts
{
    const string Super = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-ⁿnⁱiᵀTˡlʲjᵏk";
    const string Sub = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-ᵢiⱼjₖkₗlₙn";

    /// <summary>What to write instead, or null for any other character.</summary>
    public static string? Hint(Rune character)
    {
        if (!character.IsBmp) return null;
        if (After(Super, (char)character.Value) is { } raised) return $"write ^{raised}";
        return After(Sub, (char)character.Value) is { } lowered ? $"write _{lowered}" : null;
    }

    static char? After(string pairs, char character)
    {
        for (var i = 0; i < pairs.Length; i += 2)
            if (pairs[i] == character) return pairs[i + 1];
        return null;
    }
}
