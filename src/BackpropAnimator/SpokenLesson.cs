using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator;

/// <summary>What is heard with a lesson, and read under it.</summary>
public static class SpokenLesson
{
    /// <summary>What is said in a lesson, each where its phase begins and has drawn breath; empty where nothing is.</summary>
    public static ImmutableArray<SpokenClip> Speech(this Lesson lesson) =>
    [
        .. from part in Enumerable.Range(0, lesson.Chapters.Length)
           let spoken = lesson.SpokenIn(part)
           where spoken is not null
           select new SpokenClip(spoken.File, lesson.StartOfSpeechIn(part)),
    ];

    /// <summary>What is said, phase by phase; where nothing is, or its words are not known, what the captions say.</summary>
    public static ImmutableArray<SubtitleCue> Subtitles(this Lesson lesson) =>
        [.. Enumerable.Range(0, lesson.Chapters.Length).SelectMany(part => CuesOf(lesson, part))];

    /// <summary>When the first word of a part comes, in seconds of the lesson.</summary>
    /// <param name="part">Which chapter, from 0.</param>
    public static double StartOfSpeechIn(this Lesson lesson, int part) => lesson.Chapters[part].Interval.Start + Narration.Lead;

    static IEnumerable<SubtitleCue> CuesOf(Lesson lesson, int part)
    {
        if (lesson.SpokenIn(part) is { Pieces.IsEmpty: false } spoken)
        {
            var start = lesson.StartOfSpeechIn(part);
            return [SubtitleCue.Spoken([.. spoken.Pieces.Select(piece => (piece.Words, start + piece.Start, start + piece.End))])];
        }
        var from = lesson.Chapters[part].Interval.Start;
        return lesson.CaptionsIn(part).Select(caption =>
            new SubtitleCue(from + caption.Start, from + caption.End, RichText.Parse(caption.Text).InWords));
    }
}
