using System.Collections.Immutable;
using System.CommandLine;
using BackpropAnimator.Cli.Batch;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The videos that a command works on, one or thousands: variants files, scenes, and the options that change all.</summary>
internal sealed class BatchInput
{
    readonly Argument<string[]> files =
        new("FILE") { Description = "Variants files, or scenes: YAML files.", Arity = ArgumentArity.OneOrMore };
    readonly Option<string> data = new("--data")
    {
        Description = "A CSV file that makes a variant of the scene for each row. Its columns are paths as --set takes them; a column " +
            "'name' names the variants.",
        HelpName = "FILE",
    };
    readonly Option<string> output = new("--output", "-o")
    {
        Description = "Where the videos go: {name} stands for the variant's name, {scene} for its scene's, and the end tells the " +
            "format. Left out, what the variants file says, or output/{name}.mp4.",
        HelpName = "PATTERN",
    };
    readonly CacheOptions cache;
    readonly SceneOptions scene = new();
    readonly VoiceOptions voice;
    readonly EncoderOptions encoder = new();

    /// <param name="cache">Where what is said is kept.</param>
    public BatchInput(CommandEnvironment environment, CacheOptions cache) => (this.cache, voice) = (cache, new(environment));

    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(data);
        command.Add(output);
        scene.AddTo(command);
        voice.AddTo(command);
        encoder.AddTo(command);
    }

    /// <summary>The files on a command line, as they are named there.</summary>
    public string[] FilesIn(ParseResult parsed) => parsed.GetRequiredValue(files);

    /// <summary>Which videos there are; none of their scenes is read yet.</summary>
    public VariantsResult Read(ParseResult parsed)
    {
        // Only the usual extensions: what ends in .png may be a picture, which would be replaced.
        string[] extensions = [.. OutputFormat.All.Select(format => format.Extension)];
        return VariantsReader.Read(
            FilesIn(parsed), extensions, parsed.GetValue(data), parsed.GetValue(output), scene.AllowOutside(parsed));
    }

    /// <summary>Reads and checks the scenes of some videos.</summary>
    /// <param name="narrator">Has their texts spoken.</param>
    /// <param name="tell">Takes every problem once, however many variants have it.</param>
    public ImmutableArray<CheckedVariant> Check(
        ImmutableArray<Variant> variants, ParseResult parsed, Narrator narrator, Action<BatchProblem> tell,
        CancellationToken cancellation) => BatchCheck.Run(
        variants, scene, encoder, scene => voice.Speaks(scene, parsed) ? narrator.Speak(scene, cancellation) : (null, []), parsed, tell,
        cancellation);

    /// <summary>Who has their texts spoken; the caller disposes of it.</summary>
    public Narrator NarratorIn(ParseResult parsed) => voice.NarratorFor(parsed, cache.FolderIn(parsed));
}
