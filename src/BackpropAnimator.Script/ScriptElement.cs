namespace BackpropAnimator.Script;

/// <summary>
/// A part of a scene that is written as keys and values. Every property with a description is a key; its name in the file is the
/// property's name in snake_case, its default is the property's initial value, and a <c>required</c> property is a required key.
/// </summary>
public abstract record ScriptElement
{
    /// <summary>Where this part is written; a part left to its defaults is at line 0 of no file.</summary>
    public SourcePosition Position { get; init; } = SourcePosition.Whole("");
}
