using System.Runtime.ExceptionServices;
using BackpropAnimator.Video.Pump;
using BackpropAnimator.Video.Transport;
using FFMpegCore;

namespace BackpropAnimator.Video.Encoder;

/// <summary>What a render has FFmpeg do: encode frames, join chunks, count what came out.</summary>
/// <param name="hardware">What encodes; null for the processor.</param>
internal sealed class FFmpeg(RenderOptions render, HardwareEncoder? hardware = null)
{
    readonly FFmpegProcess process = new(render);

    /// <summary>
    /// To be called as soon as it is likely that FFmpeg will be started: what has to be known of it is found out meanwhile.
    /// </summary>
    public Task PrepareAsync() => process.PrepareAsync();

    /// <summary>Encodes what the pump sends into a file.</summary>
    /// <param name="arguments">From the encoder to the file's format.</param>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string arguments, string file, CancellationToken cancellation) =>
        EncodeAsync(frames, input => input, arguments, file, cancellation);

    /// <summary>The same with a PNG picture as a second input.</summary>
    /// <exception cref="RenderException">FFmpeg is missing, failed, stalled, or stopped reading early.</exception>
    public Task EncodeAsync(FramePump frames, string picture, string arguments, string file, CancellationToken cancellation)
    {
        // If the format were not named, FFmpeg would take a % in the path for the number of a picture in a sequence.
        return EncodeAsync(frames, AddPicture, arguments, file, cancellation);

        FFMpegArguments AddPicture(FFMpegArguments input) =>
            input.AddFileInput(FileName.Quoted(picture), verifyExists: false, options => options.WithCustomArgument("-f png_pipe"));
    }

    async Task EncodeAsync(
        FramePump frames, Func<FFMpegArguments, FFMpegArguments> addInputs, string arguments, string file, CancellationToken cancellation)
    {
        await using (var pipe = FramePipe.For(frames))
        {
            var run = addInputs(FFMpegArguments.FromInput(pipe))
                .OutputToFile(FileName.Quoted(file), overwrite: true, output => output.WithCustomArgument(arguments));
            try
            {
                var watch = new StallWatch(file, () => frames.FramesWritten, () => frames.WaitsForEncoder);
                await process.RunAsync(run, watch, file, cancellation, hardware: hardware).ConfigureAwait(false);
            }
            catch (RenderException) when (pipe.Error is not null)
            {
                // That FFmpeg got only half of a video is a consequence of the pipe's error, which is thrown below.
            }
            if (pipe.Error is { } error) ExceptionDispatchInfo.Throw(error);
        }
        if (frames.FramesWritten < frames.Count)
            throw new RenderException($"FFmpeg stopped reading after {frames.FramesWritten} of {frames.Count} frames, without saying why.");
        if (!File.Exists(file)) throw new RenderException("FFmpeg ended without an error but wrote nothing.");
    }

    /// <summary>Puts files of the same settings one after another without encoding them again.</summary>
    /// <param name="list">The files, as FFmpeg's concat demuxer reads them.</param>
    /// <param name="folder">Where the list's files are.</param>
    /// <param name="tags">An ffmetadata file with tags and chapters.</param>
    /// <param name="tracks">What goes beside the pictures: files with a track each.</param>
    /// <param name="arguments">The joined file's format.</param>
    /// <exception cref="RenderException">FFmpeg failed or stalled.</exception>
    public async Task JoinAsync(
        string list, string folder, string tags, IReadOnlyList<JoinedTrack> tracks, string arguments, string file,
        CancellationToken cancellation)
    {
        var read = FFMpegArguments
            .FromFileInput(FileName.Quoted(list), verifyExists: false, input => input.WithCustomArgument("-f concat -safe 0"))
            .AddMetadataFile(FileName.Quoted(tags), verifyExists: false, input => input.WithCustomArgument("-f ffmetadata"));
        foreach (var track in tracks)
            read.AddFileInput(FileName.Quoted(track.File), verifyExists: false, input => input.WithCustomArgument(track.Input));
        // The list and the tags are the first two inputs.
        var map = "-map 0:v" + string.Concat(tracks.Select((_, i) => $" -map {i + 2}"));
        var options = string.Concat(tracks.Select(track => $" {track.Output}"));
        var run = read.OutputToFile(FileName.Quoted(file), overwrite: true, output =>
            output.CopyStreams().WithCustomArgument($"{map}{options} {arguments}"));
        await process.RunAsync(run, new(file, () => 0, () => true), file, cancellation, folder).ConfigureAwait(false);
    }

    /// <summary>Sends files through a filter graph into another.</summary>
    /// <param name="inputs">Files, each with the options that it is read with.</param>
    /// <param name="graph">A complex filter graph, without quotes.</param>
    /// <param name="arguments">From the choice of the graph's end to the file's format.</param>
    /// <param name="folder">Where relative names in the graph are.</param>
    /// <exception cref="RenderException">FFmpeg failed or stalled.</exception>
    public async Task FilterAsync(
        IReadOnlyList<(string File, string Options)> inputs, string graph, string arguments, string file, string folder,
        CancellationToken cancellation)
    {
        var read = FFMpegArguments.FromFileInput(
            FileName.Quoted(inputs[0].File), verifyExists: false, input => input.WithCustomArgument(inputs[0].Options));
        foreach (var (path, options) in inputs.Skip(1))
            read.AddFileInput(FileName.Quoted(path), verifyExists: false, input => input.WithCustomArgument(options));
        var run = read.OutputToFile(
            FileName.Quoted(file), overwrite: true, output => output.WithCustomArgument($"-filter_complex \"{graph}\" {arguments}"));
        await process.RunAsync(run, new(file, () => 0, () => true), file, cancellation, folder).ConfigureAwait(false);
    }

    /// <summary>Counts the frames of a finished file of any format, one by one.</summary>
    /// <param name="scratch">Where to write a list of them.</param>
    /// <exception cref="RenderException">The file is not a video.</exception>
    public async Task<(int Frames, double Seconds)> CountAsync(string file, string scratch, CancellationToken cancellation)
    {
        var run = FFMpegArguments.FromFileInput(FileName.Quoted(file), verifyExists: false).OutputToFile(
            FileName.Quoted(scratch), overwrite: true,
            output => output.WithCustomArgument("-map 0:v:0").CopyStreams().WithCustomArgument("-f framecrc"));
        await process.RunAsync(run, new(scratch, () => 0, () => true), scratch, cancellation).ConfigureAwait(false);
        return PacketList.Read(File.ReadLines(scratch));
    }
}

/// <summary>A track that goes beside the pictures.</summary>
/// <param name="Input">FFmpeg's options for reading it.</param>
/// <param name="Output">FFmpeg's options for writing it, where it is not copied as it is.</param>
internal sealed record JoinedTrack(string File, string Input, string Output);
