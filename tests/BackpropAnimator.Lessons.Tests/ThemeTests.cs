using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What a lesson's maker brings along: a logo, a watermark, an end card and fonts, on every frame and over nothing.</summary>
public class ThemeTests
{
    static readonly ImmutableArray<byte> wide = Picture(300, 100), square = Picture(64, 64);

    static ImmutableArray<byte> Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Orange);
        return [.. bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray()];
    }

    static Lesson With(Func<ThemeScript, ThemeScript> theme, string size = "1920x1080")
    {
        var scene = Lessons.Read(Lessons.Flagship, $"video.size={size}");
        return new(scene with { Theme = theme(scene.Theme) }, Lessons.Fonts);
    }

    static IEnumerable<Frame> SomeFrames(Lesson lesson) =>
        lesson.Chapters.SelectMany(c => new[] { (c.FirstFrame + c.EndFrame) / 2, c.CompleteFrame }).Select(lesson.FrameAt);

    static bool Meet(SKRect a, SKRect b) => SKRect.Intersect(a, b) is { Width: > 0, Height: > 0 };

    public static TheoryData<string, Corner> Places()
    {
        var places = new TheoryData<string, Corner>();
        foreach (var size in new[] { "1920x1080", "1080x1920", "1080x1080" })
            foreach (var corner in Enum.GetValues<Corner>()) places.Add(size, corner);
        return places;
    }

    [Theory, MemberData(nameof(Places))]
    public void Logo_and_watermark_are_on_every_frame_and_over_no_word(string size, Corner corner)
    {
        var lesson = With(
            theme => theme with
            {
                Logo = new() { Image = "a.png", ImageBytes = wide, Corner = corner },
                Watermark = new() { Text = "The Learning Lab", Corner = corner },
            },
            size);
        Assert.All(SomeFrames(lesson), frame =>
        {
            var marks = frame.Items.Where(item => item.Role == RoleOf.Logo || item.Role == RoleOf.Watermark).ToList();
            Assert.Equal([RoleOf.Logo, RoleOf.Watermark], marks.Select(mark => mark.Role));
            var words = frame.Items.Except(marks).Where(item => item is TextLine or FormulaText or Panel);
            Assert.All(marks, mark => Assert.All(
                words, word => Assert.False(Meet(mark.Bounds(Lessons.Fonts), word.Bounds(Lessons.Fonts)), $"{mark} over {word}")));
            // A watermark lies beyond all that is shown, within the picture.
            var bounds = marks[1].Bounds(Lessons.Fonts);
            Assert.False(Meet(bounds, lesson.SafeArea));
            Assert.Equal(bounds, SKRect.Intersect(bounds, SKRect.Create(frame.Stage)));
        });
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
    }

    [Fact]
    public void A_logo_keeps_its_shape_and_a_wide_one_leaves_room_for_words()
    {
        foreach (var file in new[] { wide, square, Picture(2000, 50) })
        {
            var lesson = With(theme => theme with { Logo = new() { Image = "a.png", ImageBytes = file } });
            var logo = lesson.FrameAt(200).Items.OfType<RasterImage>().Single();
            Assert.Equal((double)logo.Raster.Width / logo.Raster.Height, logo.Rect.Width / logo.Rect.Height, 0.5);
            Assert.True(logo.Rect.Width < lesson.SafeArea.Width / 4, $"{logo.Rect}");
        }
    }

    [Fact]
    public void A_watermark_may_be_a_faint_picture()
    {
        var lesson = With(theme => theme with { Watermark = new() { Image = "a.png", ImageBytes = wide, Opacity = 0.3 } });
        var mark = Assert.IsType<RasterImage>(lesson.FrameAt(200).Items.Last());
        Assert.Equal((RoleOf.Watermark, 0.3f), (mark.Role, mark.Opacity));
    }

    [Fact]
    public void An_end_card_is_the_last_chapter_and_makes_the_lesson_longer()
    {
        var plain = With(theme => theme);
        var lesson = With(theme => theme with
        {
            Logo = new() { Image = "a.png", ImageBytes = square },
            EndCard = new() { Title = "See you", Lines = ["Next: the transposed matrix", "lab.example"], Duration = 4, LogoBytes = square },
        });
        Assert.Equal(plain.Duration + 4, lesson.Duration, 9);
        var last = lesson.Chapters[^1];
        Assert.Equal(("end_card", "See you", lesson.FrameCount), (last.Kind, last.Title, last.EndFrame));
        // All of it stays, and the logo has gone from its corner to the card.
        var shown = lesson.FrameAt(lesson.FrameCount - 1).Items;
        Assert.Equal(
            ["See you", "Next: the transposed matrix", "lab.example"],
            shown.OfType<TextLine>().Where(text => text.Align == SKTextAlign.Center && text.Color.Alpha == 255).Select(text => text.Text));
        Assert.True(Assert.Single(shown.OfType<RasterImage>()).Rect.Height > 100);
        Assert.Empty(LayoutCheck.Run(lesson, Lessons.Fonts).Select(problem => problem.Message));
    }

    const string Latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;?! −+·=()—’½²";

    static ImmutableArray<byte> FontOf(string letters) => [.. Lessons.Fonts.SubsetFor(letters, Face.Bold)];

    [Fact]
    public void A_scenes_font_sets_its_words_and_the_programs_own_what_it_lacks()
    {
        var lesson = With(theme => theme with { Fonts = new() { Text = "a.otf", TextBytes = FontOf(Latin) } });
        using var fonts = lesson.Fonts;
        Assert.Equal([Face.Regular, Face.SpareRegular], fonts.Shape("Loss δ", Face.Regular, 30).Glyphs.Select(g => g.Face).Distinct());
        Assert.Empty(fonts.Shape("Loss δ", Face.Regular, 30).MissingCharacters);
        // The letters of the bold face that the file holds.
        Assert.Equal(Lessons.Fonts.Shape("Loss", Face.Bold, 30).Width, fonts.Shape("Loss", Face.Regular, 30).Width, 0.01);
        Assert.Equal(Lessons.Fonts.Lay(@"\frac{\partial L}{\partial w}", 30).Width, fonts.Lay(@"\frac{\partial L}{\partial w}", 30).Width);
    }

    [Fact]
    public void Check_tells_what_a_scenes_font_lacks()
    {
        ImmutableArray<Diagnostic> ProblemsWith(string letters)
        {
            var scene = Lessons.Read(Lessons.Flagship);
            var fonts = new FontsScript { Text = "a.otf", TextBytes = FontOf(Latin + letters) };
            return LessonChecks.Run(scene with { Theme = scene.Theme with { Fonts = fonts } }, Lessons.Fonts);
        }

        Assert.Empty(ProblemsWith("≈×→←ŷδσ∂∆Ση"));
        var problem = Assert.Single(ProblemsWith("≈×→←ŷσ∂∆Ση"));
        Assert.Equal((Severity.Warning, "text: 'a.otf' lacks δ"), (problem.Severity, problem.Message));
    }

    [Fact]
    public void A_damaged_font_or_picture_is_an_error()
    {
        var scene = Lessons.Read(Lessons.Flagship);
        scene = scene with
        {
            Theme = scene.Theme with
            {
                Fonts = new() { Bold = "a.ttf", BoldBytes = [0, 1, 0, 0, 9, 9] },
                Logo = new() { Image = "a.png", ImageBytes = [.. square.Take(60)] },
            },
        };
        Assert.Equal(
            ["bold: 'a.ttf' is damaged, or no font that can be read", "image: 'a.png' is damaged, or of a kind that is not read"],
            LessonChecks.Run(scene, Lessons.Fonts).Where(p => p.Severity == Severity.Error).Select(p => p.Message));
    }

    [Fact]
    public void Another_font_is_another_part_of_every_key()
    {
        using var one = Lessons.Fonts.With(new(FontOf(Latin).AsMemory()))!;
        using var other = Lessons.Fonts.With(new(FontOf("abc").AsMemory()))!;
        Assert.Equal(3, new[] { Lessons.Fonts.Fingerprint, one.Fingerprint, other.Fingerprint }.Distinct().Count());
    }

    [Theory]
    [InlineData("chalkboard")]
    [InlineData("contrast")]
    public void The_flagship_can_be_read_in_every_theme(string theme) =>
        Assert.Empty(LayoutCheck.Run(Lessons.Make(Lessons.Flagship, $"theme={theme}"), Lessons.Fonts).Select(problem => problem.Message));
}
