using System.Collections.Immutable;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Editing;

/// <summary>What a scene's text says and where, whether it makes a scene or not.</summary>
/// <param name="file">What its places call it.</param>
/// <param name="root">What the text says.</param>
/// <param name="tree">Where it says it.</param>
internal sealed class WrittenScene(string file, Node root, SyntaxTree tree, PhaseCatalog kinds)
{
    /// <summary>What the phases are called, each by a name of its own.</summary>
    public ImmutableArray<string> PhaseNames { get; } =
        (root as MappingNode)?.Find("phases") is SequenceNode phases ? SceneComparison.NamesOf(phases) : [];

    /// <summary>A value as it is written, on one line or on several, and from where to where it is; null where none is.</summary>
    public (string Value, SourcePosition Start, SourcePosition End)? At(string path)
    {
        if (NodePath.Parse(path) is not { } steps) return null;
        return SyntaxPath.Find(tree, kinds, SyntaxPath.ByIndex(steps, root).AsSpan()) is { Node: { } node } && node.End > node.Start
            ? (tree.Text[node.Start..node.End], Lines.Position(file, tree.Text, node.Start), Lines.Position(file, tree.Text, node.End))
            : null;
    }

    /// <summary>The texts of a phase, or of the whole scene, in a language where they are written in several.</summary>
    /// <inheritdoc cref="TextKeys.Of"/>
    public ImmutableArray<TextKey> Texts(int? phase, string language) => TextKeys.Of(tree, kinds, phase, language);
}
