using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Files;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>A kind of file for single frames. Everything that is particular to one is in its record beside this one.</summary>
[Catalog]
public abstract partial record StillFormat
{
    private protected StillFormat()
    {
    }

    /// <summary>Every format in the order of the documentation, the default one first.</summary>
    public static partial ImmutableArray<StillFormat> All { get; }

    /// <summary>How it is written in a sentence, such as PNG.</summary>
    public abstract string Title { get; }

    /// <summary>What it is good for, in a few words.</summary>
    public abstract string Description { get; }

    /// <summary>What the names of its files end in, with the dot.</summary>
    public abstract string Extension { get; }

    /// <summary>Whether a file has a page for each of several frames.</summary>
    public virtual bool HasPages => false;

    /// <summary>The format that a file's name ends in, the default one for a name without an end; null if it ends in another.</summary>
    public static StillFormat? OfFile(string file) => Path.GetExtension(file) is { Length: > 0 } extension
        ? All.FirstOrDefault(format => format.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase))
        : All[0];

    /// <summary>Writes one frame.</summary>
    /// <param name="size">In pixels; of what has none, the size that it is shown at where that is asked.</param>
    /// <param name="title">What the frame is called where that is told.</param>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public abstract void Write(Frame frame, SKSizeI size, string title, FontShelf fonts, string file);
}

/// <summary>PNG: every pixel as it was painted.</summary>
[Listed(10)]
public sealed record Png : StillFormat
{
    public override string Title => "PNG";
    public override string Description => "every pixel as a video has it, lossless";
    public override string Extension => ".png";

    public override void Write(Frame frame, SKSizeI size, string title, FontShelf fonts, string file)
    {
        using var painter = new Painter(size, fonts);
        painter.Paint(frame);
        PngExport.Write(painter.Pixels, size, file);
    }
}

/// <summary>SVG: shapes and text.</summary>
[Listed(20)]
public sealed record Svg : StillFormat
{
    public override string Title => "SVG";
    public override string Description => "shapes and text for pages and drawing programs, sharp at any size";
    public override string Extension => ".svg";

    public override void Write(Frame frame, SKSizeI size, string title, FontShelf fonts, string file)
    {
        using var part = new PartFile(file);
        Disk.Write(part.Path, () => SvgPicture.Write(frame, size, title, fonts, part.Content));
        part.Complete();
    }
}

/// <summary>PDF: shapes and text, on a page for each frame.</summary>
[Listed(30)]
public sealed record Pdf : StillFormat
{
    public override string Title => "PDF";
    public override string Description => "shapes and text for print, a page for each frame";
    public override string Extension => ".pdf";
    public override bool HasPages => true;

    public override void Write(Frame frame, SKSizeI size, string title, FontShelf fonts, string file) =>
        Write([frame], title, fonts, file);

    /// <summary>Writes a page for each of some frames.</summary>
    /// <param name="frames">Composed when their turn comes.</param>
    /// <exception cref="RenderException">The file cannot be written; nothing is left behind.</exception>
    public static void Write(IEnumerable<Frame> frames, string title, FontShelf fonts, string file)
    {
        using var part = new PartFile(file);
        Disk.Write(part.Path, () =>
        {
            using var pages = new PdfPages(part.Content, title, fonts);
            foreach (var frame in frames) pages.Add(frame);
            pages.Complete();
        });
        part.Complete();
    }
}
