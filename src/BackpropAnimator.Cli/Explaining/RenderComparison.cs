using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>The lesson of an earlier render, with what was noted of it.</summary>
internal sealed record EarlierLesson(NamedLesson Lesson, LastRender Render);

/// <summary>Why frames were rendered anew, in the words of the scene's author.</summary>
/// <param name="before">The last render.</param>
/// <param name="now">The lesson of this one.</param>
/// <param name="encoder">How this one is encoded.</param>
internal sealed class RenderComparison(EarlierLesson before, NamedLesson now, string encoder)
{
    const int MostChanges = 3;

    readonly ImmutableArray<SceneChange> changes = SceneChange.Between(before.Lesson.Scene, now.Scene);

    /// <summary>Compares one chunk.</summary>
    /// <param name="frames">The lesson's, in order.</param>
    /// <param name="phase">The phase that they are in.</param>
    /// <returns>How many frames look different, and why the chunk was rendered; null where the last render had none of them.</returns>
    public (int? Differing, string Why) Of(ImmutableArray<int> frames, string phase)
    {
        var counterparts = frames.Select(frame => before.Lesson.CounterpartOf(frame, now)).ToImmutableArray();
        if (!counterparts.Any(old => old is { } frame && before.Render.Had(frame))) return (null, "the last render had no such frames");

        var (differing, first) = (0, "");
        foreach (var (frame, old) in frames.Zip(counterparts))
        {
            var (shown, then) = (now.Lesson.FrameAt(frame), old is { } known ? before.Lesson.Lesson.FrameAt(known) : null);
            if (shown.Equals(then)) continue;
            if (differing++ > 0) continue;
            var texts = then is null ? "which were not there" : FrameDifference.InWords(then, shown);
            first = string.Create(CultureInfo.InvariantCulture, $"from {now.Lesson.Rate.TimeOf(frame):0.00} s on");
            if (texts.Length > 0) first += $": {texts}";
        }
        return differing == 0
            ? (0, WhyAnew(counterparts))
            : (differing, $"{Cause(phase)}; {differing} of {frames.Length} frames differ, {first}");
    }

    // They look as they did.
    string WhyAnew(ImmutableArray<int?> counterparts)
    {
        if (before.Render.Encoder != encoder) return "looks as before, encoded differently";
        return counterparts.All(old => old is { } frame && before.Render.Had(frame))
            ? "looks as before, no longer kept in the cache or cut at other places"
            : "looks as before, with frames that the last render left out";
    }

    /// <summary>The changes that a phase shows: its own and those of the whole scene, or else whatever else has changed.</summary>
    string Cause(string phase)
    {
        if (before.Render.Size != now.Scene.Video.Size) return $"the picture is {now.Scene.Video.Size} and was {before.Render.Size}";
        if (before.Render.Fps != now.Scene.Video.Fps) return "the frame rate is another";
        var own = changes.Where(change => change.Phase is null || change.Phase == phase).ToList();
        var told = own.Count > 0 ? own : [.. changes];
        if (told.Count == 0) return "the picture is another";
        var named = string.Join("; ", told.Take(MostChanges));
        return told.Count > MostChanges ? $"{named}; and {told.Count - MostChanges} more changes" : named;
    }
}
