using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Pages;

/// <summary>The student's page of a lesson: its network to try things on, and its objectives, questions, exercises and sources.</summary>
public static class LessonPage
{
    const string Runtime = "runtime.js";

    // With more, a browser takes long for every change, and no picture of it tells anything.
    const int MostParameters = 5_000;

    /// <summary>Why there is no page of a scene; null where there is one.</summary>
    public static Diagnostic? ProblemWith(Scene scene)
    {
        var layers = scene.Network.Layers;
        var parameters = layers.Zip(layers.Skip(1), (from, to) => (from + 1) * to).Sum();
        return parameters <= MostParameters ? null : new(
            scene.Network.PositionOf(nameof(NetworkScript.Layers)), Severity.Error,
            FormattableString.Invariant($"layers: these make {parameters:N0} weights and biases; a page has room for {MostParameters:N0}"),
            "for example --set network.layers=[2,2,1] with an example to match");
    }

    /// <summary>The page as one file, with all that it needs in it.</summary>
    /// <param name="numbers">The lesson's numbers.</param>
    /// <param name="video">The lesson's video; null for none.</param>
    /// <param name="engine">The folder of the engine; the program's own when left out.</param>
    /// <exception cref="PageException">There is no engine.</exception>
    public static byte[] OneFile(LessonNumbers numbers, PageVideo? video = null, string? engine = null) => Html(
        numbers, video is null ? null : $"data:{video.Type};base64,{Convert.ToBase64String(video.Content)}",
        $"""<script type="text/plain" id="runtime">{Engine.Packed(engine)}</script>""");

    /// <summary>The files of the page for a folder, by their names: the page is <c>index.html</c>.</summary>
    /// <inheritdoc cref="OneFile"/>
    public static ImmutableArray<(string Name, byte[] Content)> Folder(
        LessonNumbers numbers, PageVideo? video = null, string? engine = null)
    {
        var runtime = Encoding.ASCII.GetBytes($"globalThis.backpropRuntime = '{Engine.Packed(engine)}';\n");
        var page = Html(numbers, video?.Name, $"""<script src="{Runtime}"></script>""");
        var files = ImmutableArray.Create(("index.html", page), (Runtime, runtime));
        return video is null ? files : files.Add((video.Name, video.Content));
    }

    static byte[] Html(LessonNumbers numbers, string? video, string runtime)
    {
        var content = new PageContent(numbers);
        using var written = content.Words.WriteNumbers();
        var (boot, style) = (Resource.Text("boot.js"), Resource.Text("page.css"));
        Dictionary<string, string> parts = new()
        {
            ["language"] = WebUtility.HtmlEncode(content.Language),
            ["policy"] = Policy(boot, style),
            ["title"] = WebUtility.HtmlEncode(numbers.Scene.Title.ReplaceLineEndings(" ")),
            ["lead"] = WebUtility.HtmlEncode(content.Words.Page.Lead),
            ["loading"] = WebUtility.HtmlEncode(content.Words.Page.Loading),
            ["needs_script"] = WebUtility.HtmlEncode(content.Words.Page.NeedsScript),
            ["style"] = style,
            ["boot"] = boot,
            ["objectives"] = Markup.Text(content.Objectives()),
            ["lesson"] = Markup.Text(content.Lesson(video)),
            ["formulas"] = Markup.Text(content.Formulas()),
            // In a script nothing is read as markup but its own end.
            ["model"] = JsonSerializer.Serialize(content.Data()),
            ["runtime"] = runtime,
        };
        var page = new StringBuilder();
        // Each piece of the template is followed by the part that it names, so that no part is looked through for names.
        foreach (var (i, piece) in Resource.Text("page.html").Split("{{", StringSplitOptions.None).Index())
        {
            var end = i == 0 ? 0 : piece.IndexOf("}}", StringComparison.Ordinal);
            if (i > 0) page.Append(parts[piece[..end]]);
            page.Append(i == 0 ? piece : piece[(end + 2)..]);
        }
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    // Only what this page brought along runs, and nothing is fetched from anywhere.
    static string Policy(string boot, string style) =>
        "default-src 'none'; base-uri 'none'; form-action 'none'; " +
        $"script-src 'self' blob: 'wasm-unsafe-eval' '{HashOf(boot)}'; style-src '{HashOf(style)}'; media-src 'self' data:; img-src data:";

    static string HashOf(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}

/// <summary>A video for a page.</summary>
/// <param name="Name">The file's name, without a folder.</param>
/// <param name="Type">Its media type: video/mp4.</param>
public sealed record PageVideo(string Name, string Type, byte[] Content);
