namespace BackpropAnimator.Studio.Scenes;

/// <summary>How somebody looks at the scene.</summary>
/// <param name="Shape">The picture's, such as 9:16; null for the scene's own.</param>
/// <param name="Language">A tag such as vi; null for the scene's own.</param>
internal readonly record struct ViewKey(string? Shape, string? Language);
