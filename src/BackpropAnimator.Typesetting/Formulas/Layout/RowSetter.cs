using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Sets a row of items: atoms side by side with the spaces that their classes ask for, parts as boxes around what they hold.
/// </summary>
internal static class RowSetter
{
    /// <param name="namesTerms">Whether each atom outside a named part becomes a part by itself.</param>
    public static Box Set(FormulaSetter setter, ImmutableArray<MathNode> items, MathStyle style, bool namesTerms = false)
    {
        var flattener = new RowFlattener(setter.Font, namesTerms);
        flattener.Add(items, style);
        var atoms = flattener.Entries.OfType<RowEntry.Item>().Select(item => setter.Set(item.Node, item.Style)).ToArray();
        var classes = Array.ConvertAll(atoms, atom => atom.Class);
        AtomSpacing.ResolveBinaries(classes);
        return Assemble(setter.Font, flattener.Entries, atoms, classes);
    }

    static RowBox Assemble(MathFont font, IReadOnlyList<RowEntry> entries, Atom[] atoms, AtomClass[] classes)
    {
        var open = new Stack<Level>();
        var level = new Level(0, null);
        var x = 0f;
        var next = 0;
        foreach (var entry in entries)
        {
            switch (entry)
            {
                case RowEntry.Space space:
                    x += space.Width;
                    break;
                case RowEntry.Begin begin:
                    open.Push(level);
                    level = new(x, begin);
                    break;
                case RowEntry.End:
                    var part = new PartBox(level.Part!.Name, level.Part.Tint, IsTerm: false, level.ToRow(x));
                    var start = level.Start;
                    level = open.Pop();
                    level.Add(part, start);
                    break;
                case RowEntry.Item item:
                    if (next > 0) x += AtomSpacing.Between(classes[next - 1], classes[next], item.Style) * font.Scale(item.Style);
                    var atom = atoms[next++];
                    level.Add(item.IsTerm ? new PartBox(null, null, IsTerm: true, atom.Box) : atom.Box, x);
                    x += atom.Box.Width + atom.Italic;
                    break;
            }
        }
        return level.ToRow(x);
    }

    /// <summary>The boxes of a row, or of a part inside it, while they are gathered.</summary>
    sealed class Level(float start, RowEntry.Begin? part)
    {
        readonly List<Placed> _children = [];

        public float Start => start;

        public RowEntry.Begin? Part => part;

        public void Add(Box box, float x) => _children.Add(new(box, x - start, 0));

        public RowBox ToRow(float end) => Boxes.Row(end - start, [.. _children]);
    }
}
