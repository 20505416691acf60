using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Video.Sound;

/// <summary>FFmpeg's filter graphs for the steps from a soundtrack's files to one sound.</summary>
internal static class MixGraph
{
    // Music is down within a word and back within a breath. Spoken words lie some 15 dB over the threshold, which makes 12 dB of it.
    const string Ducking = "sidechaincompress=threshold=0.03:ratio=5:attack=40:release=700";

    // Seconds, and at most this share of the whole.
    const double FadeIn = 1.5, FadeOut = 3, LongestFade = 0.25;

    // A cut in the middle of something heard clicks, unless it takes some milliseconds.
    const double CutFade = 0.008;

    const int Neighbours = 8;

    // Between samples, a curve is higher than they are: compressed sound is decoded up to a decibel above them.
    const double Ceiling = -2.5;

    /// <summary>All that is said as one channel, each clip from its start on; the n-th clip is the n-th input.</summary>
    public static string Speech(ImmutableArray<SpokenClip> clips, long samples, string meter)
    {
        // Silence before a clip costs as much as sound. So neighbours are put together first, and wait for their time together.
        var graph = "";
        var groups = clips.Select((clip, i) => (Input: i, At: PcmFormat.SampleAt(clip.Start))).OrderBy(clip => clip.At).Chunk(Neighbours)
            .ToArray();
        for (var g = 0; g < groups.Length; g++)
        {
            var first = groups[g][0].At;
            foreach (var (input, at) in groups[g])
                graph += $"[{input}:a:0]aresample={PcmFormat.Rate},aformat=flt:channel_layouts=mono,{Delay(at - first)}[c{input}];";
            graph += $"{string.Concat(groups[g].Select(clip => $"[c{clip.Input}]"))}{Mixed(groups[g].Length)},{Delay(first)}[g{g}];";
        }
        var all = string.Concat(groups.Select((_, g) => $"[g{g}]"));
        return $"{graph}{all}{Mixed(groups.Length)},apad,{FirstOf(samples)},{Loudness.Meter(meter)}[speech]";
    }

    /// <summary>A piece of music, which is input again and again, as two channels.</summary>
    public static string Music(int input, long samples, string meter) =>
        $"[{input}:a:0]aresample={PcmFormat.Rate},aformat=flt:channel_layouts=stereo,apad,{FirstOf(samples)},"
        + $"{Loudness.Meter(meter)}[music]";

    /// <summary>What is said, music and effects together.</summary>
    /// <param name="speech">The number of its input and its gain in decibels; null where nothing is said.</param>
    /// <param name="music">The same of music.</param>
    /// <param name="effects">The input of the effects; null for none.</param>
    public static string Mix(
        (int Input, double Gain)? speech, (int Input, double Gain)? music, int? effects, long samples, int channels, string meter)
    {
        var graph = "";
        List<string> parts = [];
        var isDucked = speech is not null && music is not null;
        if (speech is { } voice)
        {
            graph += $"[{voice.Input}:a]volume={Number(voice.Gain)}dB{(isDucked ? ",asplit=2[key]" : ",anull")}[voice];";
            parts.Add("voice");
        }
        if (music is { } tune)
        {
            var length = (double)samples / PcmFormat.Rate;
            var (rise, fall) = (Math.Min(FadeIn, length * LongestFade), Math.Min(FadeOut, length * LongestFade));
            graph += $"[{tune.Input}:a]volume={Number(tune.Gain)}dB,afade=t=in:d={Number(rise)},"
                + $"afade=t=out:st={Number(length - fall)}:d={Number(fall)}[tune];";
            if (isDucked) graph += $"[tune][key]{Ducking}[ducked];";
            parts.Add(isDucked ? "ducked" : "tune");
        }
        if (effects is { } input)
        {
            graph += $"[{input}:a]anull[effects];";
            parts.Add("effects");
        }
        var layout = PcmFormat.Layout(channels);
        graph += string.Concat(parts.Select(part => $"[{part}]aformat=flt:channel_layouts={layout}[{part}s];"));
        return $"{graph}{string.Concat(parts.Select(part => $"[{part}s]"))}{Mixed(parts.Count)},{Loudness.Meter(meter)}[mix]";
    }

    /// <summary>All made louder or quieter, and its peaks bent down below the ceiling.</summary>
    /// <param name="gain">Decibels.</param>
    public static string Level(double gain, long samples, int channels, string meter) =>
        // Peaks between samples are seen where there are twice as many.
        $"[0:a]volume={Number(gain)}dB,aresample={2 * PcmFormat.Rate},"
        + $"alimiter=limit={Number(Ceiling)}dB:level=0:attack=5:release=60:latency=1,"
        + $"aresample={PcmFormat.Rate},aformat=flt:channel_layouts={PcmFormat.Layout(channels)},apad,{FirstOf(samples)},"
        + $"{Loudness.Meter(meter)}[level]";

    /// <summary>Some stretches of it one after another.</summary>
    /// <param name="samples">How many they are together; so many come out, whatever the stretches are rounded to.</param>
    public static string Cut(ImmutableArray<Interval> parts, long whole, long samples)
    {
        if (parts is [var only] && PcmFormat.SampleAt(only.Start) == 0 && PcmFormat.SampleAt(only.End) >= whole)
            return $"[0:a]apad,{FirstOf(samples)}[cut]";
        var split = $"[0:a]asplit={parts.Length}{string.Concat(parts.Select((_, i) => $"[s{i}]"))};";
        var pieces = parts.Select((part, i) =>
            $"[s{i}]atrim=start_sample={PcmFormat.SampleAt(part.Start)}:end_sample={PcmFormat.SampleAt(part.End)},asetpts=PTS-STARTPTS,"
            + $"afade=t=in:d={Number(CutFade)},afade=t=out:st={Number(Math.Max(0, part.Duration - CutFade))}:d={Number(CutFade)}[p{i}];");
        var joined = string.Concat(parts.Select((_, i) => $"[p{i}]"));
        return $"{split}{string.Concat(pieces)}{joined}concat=n={parts.Length}:v=0:a=1,apad,{FirstOf(samples)}[cut]";
    }

    static string Mixed(int inputs) => $"amix=inputs={inputs}:normalize=0:dropout_transition=0";

    static string Delay(long samples) => $"adelay={samples}S:all=1";

    static string FirstOf(long samples) => $"atrim=end_sample={samples}";

    static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
