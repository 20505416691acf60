using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Checks;

/// <summary>What the checks across keys look at, and where they report.</summary>
/// <param name="Scene">The scene; parts that could not be read are at their defaults, or null or empty where they have none.</param>
/// <param name="IsSound">Whether an element's property holds what the file says.</param>
/// <param name="Problems">Takes the diagnostics.</param>
internal sealed record CheckContext(Scene Scene, Func<ScriptElement, string, bool> IsSound, DiagnosticBag Problems);
