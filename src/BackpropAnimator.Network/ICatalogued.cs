namespace BackpropAnimator.Network;

/// <summary>A member of a catalogue: what scenes call it, and what their reference says of it.</summary>
public interface ICatalogued
{
    /// <summary>The name in scenes and traces, in snake_case: <c>leaky_relu</c>.</summary>
    string Name { get; }

    /// <summary>What it does, in a line of text without a full stop.</summary>
    string Description { get; }
}
