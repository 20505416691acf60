using System.Collections.Immutable;
using System.Text.Json;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using CsCheck;

namespace BackpropAnimator.Video.Tests;

/// <summary>Whatever an author calls a lesson and its phases, players show just that.</summary>
public sealed class TagsOfVideosTests : IDisposable
{
    const int Chapters = 30;

    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    // What means something to FFmpeg's text form, to a line of it, or to a reader of letters; and plain words between.
    static readonly string[] pieces =
    [
        "\\", "\\\\", "=", ";", "#", "\n", "\r", "\r\n", "\t", "[CHAPTER]", "title=", "'", "\"", "%d", "{}", " ", "  ", "a", "Loss", "δ→é",
        "😀", "\u2028", "\u2029", "\u0085", "\f", "\v", "\u0001", "\u001b[31m", "\u007f", "//", "END=1",
    ];

    static readonly Gen<string> words = Gen.OneOf([.. pieces.Select(Gen.Const)]).Array[0, 8].Select(string.Concat);

    static readonly Gen<Tags> anyTags = Gen.Select(words, words, words.Array[Chapters], (title, description, chapters) =>
        new Tags(title, description, [.. chapters]));

    public static TheoryData<string, string> Containers() => new() { { "mp4", "h264" }, { "mov", "h264" }, { "webm", "vp9" } };

    [Theory, MemberData(nameof(Containers))]
    public async Task Titles_and_descriptions_come_back_from_every_container_as_they_went_in(string format, string codec) =>
        await anyTags.TryAsync(
            Thorough.Cases(4, 300), async tags => Assert.Equal(tags, await ThroughAsync(TestFrames.Kind(format, codec), tags)));

    async Task<Tags> ThroughAsync(VideoKind kind, Tags tags)
    {
        var file = folder["clip" + kind.Format.Extension];
        var settings = TestFrames.Settings with
        {
            Kind = kind,
            Title = tags.Title,
            Description = tags.Description,
            Chapters = [.. tags.Chapters.Select((title, n) => new Chapter(title, n))],
        };
        // Only the joining is done again.
        await VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(Chapters, new FrameRate(30)), settings, fonts, file, new() { CacheFolder = folder["cache"] });
        return Tags.Of(file, kind.Format.DescriptionTag);
    }

    sealed record Tags(string Title, string Description, ImmutableArray<string> Chapters)
    {
        public static Tags Of(string file, string descriptionTag)
        {
            using var told = JsonDocument.Parse(
                Tool.Text("ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_chapters", file));
            var tags = told.RootElement.GetProperty("format");
            return new(
                Tag(tags, "title"), Tag(tags, descriptionTag),
                [.. told.RootElement.GetProperty("chapters").EnumerateArray().Select(chapter => Tag(chapter, "title"))]);
        }

        public bool Equals(Tags? other) =>
            other is not null && Title == other.Title && Description == other.Description && Chapters.SequenceEqual(other.Chapters);

        public override int GetHashCode() => Title.GetHashCode(StringComparison.Ordinal);

        public override string ToString() => JsonSerializer.Serialize((string[])[Title, Description, .. Chapters]);

        // Matroska's names are in capitals.
        static string Tag(JsonElement of, string name) => !of.TryGetProperty("tags", out var tags)
            ? ""
            : tags.EnumerateObject().FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Value is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";
    }
}
