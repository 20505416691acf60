using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>
/// One unit of the network: by its layer and its number in it, written <c>h1.2</c> and counted from 1 (or <c>hidden1[1]</c>, counted from
/// 0), or by the name of an input or output.
/// </summary>
/// <param name="Layer">A name that <see cref="NetworkScript.LayerOf"/> knows; empty where the unit is named.</param>
/// <param name="Unit">The unit's number in its layer, from 0.</param>
public readonly record struct UnitReference(string Layer, int Unit)
{
    /// <summary>The unit's own name, such as <c>sepal length</c>; null where it is told by its layer.</summary>
    public string? Name { get; init; }

    /// <summary>The input or output of a name.</summary>
    public static UnitReference Named(string name) => new("", 0) { Name = name };

    /// <summary>A layer in short: the h1 of hidden1, the o of output.</summary>
    public static string ShortLayer(string layer) => layer switch
    {
        "input" => "i",
        "output" => "o",
        ['h', 'i', 'd', 'd', 'e', 'n', .. var number] => "h" + number,
        _ => layer,
    };

    public override string ToString() => Name ?? string.Create(CultureInfo.InvariantCulture, $"{ShortLayer(Layer)}.{Unit + 1}");
}

/// <summary>A unit of a network of known size.</summary>
/// <param name="Layer">From 0, the input.</param>
/// <param name="Unit">From 0.</param>
public readonly record struct UnitPlace(int Layer, int Unit);
