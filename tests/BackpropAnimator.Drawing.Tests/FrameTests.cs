using System.Reflection;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

public class FrameTests
{
    [Fact]
    public void Frames_with_equal_items_are_equal() =>
        Assert.Equal(Samples.FrameOf(Samples.OneOfEach(100, 100)), Samples.FrameOf(Samples.OneOfEach(100, 100)));

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 1, 2, 3, 4 }, new[] { true, true, true, true })]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 1, 9, 3, 4 }, new[] { true, false, true, true })]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 1, 2, 9, 3, 4 }, new[] { true, true, false, true, true })]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 1, 4 }, new[] { true, true })]
    [InlineData(new int[0], new[] { 1 }, new[] { false })]
    public void A_frame_shares_the_items_it_has_in_common_with_another(int[] before, int[] now, bool[] shared)
    {
        var (first, second) = (Of(before), Of(now));
        var sharing = second.Sharing(first);
        Assert.Equal(second, sharing);
        Assert.Equal(second.Fingerprint(), sharing.Fingerprint());
        Assert.Equal(shared, sharing.Items.Select(item => first.Items.Any(theirs => ReferenceEquals(theirs, item))));

        static Frame Of(int[] places) => Samples.FrameOf([.. places.Select(x => new Disc(new(x, 0), 1, SKColors.White))]);
    }

    [Fact]
    public void The_order_of_items_is_part_of_a_frame()
    {
        var items = Samples.OneOfEach(100, 100);
        Assert.NotEqual(Samples.FrameOf(items), Samples.FrameOf([.. items.Reverse()]));
        Assert.NotEqual(Samples.FrameOf(items).Fingerprint(), Samples.FrameOf([.. items.Reverse()]).Fingerprint());
    }

    [Fact]
    public void Equal_frames_have_equal_fingerprints() =>
        Assert.Equal(
            Samples.FrameOf(Samples.OneOfEach(100, 100)).Fingerprint(), Samples.FrameOf(Samples.OneOfEach(100, 100)).Fingerprint());

    public static TheoryData<int> EveryKind()
    {
        var data = new TheoryData<int>();
        for (var i = 0; i < Samples.OneOfEach(0, 0).Length; i++) data.Add(i);
        return data;
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void Changing_any_field_of_an_item_that_is_seen_changes_the_fingerprint(int kind)
    {
        var item = Samples.OneOfEach(100, 100)[kind];
        var fingerprint = Samples.FrameOf(item).Fingerprint();
        foreach (var property in item.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.Name != nameof(DrawItem.Role)))
        {
            var changed = Clone(item);
            property.SetValue(changed, Different(property.GetValue(item)!));
            Assert.NotEqual(item, changed);
            Assert.True(fingerprint != Samples.FrameOf(changed).Fingerprint(), $"{item.GetType().Name}.{property.Name}");
        }
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void What_an_item_stands_for_is_no_part_of_what_is_seen(int kind)
    {
        var item = Samples.OneOfEach(100, 100)[kind];
        var named = item with { Role = new("marker") };

        Assert.NotEqual(item, named);
        Assert.Equal(Samples.FrameOf(item).Fingerprint(), Samples.FrameOf(named).Fingerprint());
    }

    [Fact]
    public void Every_kind_of_item_is_among_the_samples() => Assert.Equal(
        typeof(DrawItem).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DrawItem))).Select(t => t.Name).Order(),
        Samples.OneOfEach(0, 0).Select(i => i.GetType().Name).Distinct().Order());

    static DrawItem Clone(DrawItem item) => (DrawItem)item.GetType().GetMethod("<Clone>$")!.Invoke(item, null)!;

    static object Different(object value) => value switch
    {
        float number => number + 1,
        bool flag => !flag,
        string text => text + "x",
        SKPoint point => new SKPoint(point.X + 1, point.Y),
        SKRect rect => new SKRect(rect.Left, rect.Top, rect.Right, rect.Bottom + 1),
        SKColor color => color.WithAlpha((byte)(color.Alpha - 1)),
        Points points => Points.Create([.. points.Span, new SKPoint(1, 2)]),
        FormulaStyle style => style.With("error", new(SKColors.White, Scale: 1.3f)),
        Raster raster => new Raster(raster.Width, raster.Height, raster.Pixels.SetItem(0, (byte)(raster.Pixels[0] + 1))),
        Enum e => Enum.GetValues(e.GetType()).Cast<object>().First(other => !other.Equals(e)),
        _ => throw new NotSupportedException($"Say how a {value.GetType().Name} is changed."),
    };
}
