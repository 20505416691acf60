using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where everything has its place, for one shape of picture. The stage is 1080 units on its shorter side, so that one layout
/// serves every size in pixels. Wide pictures put the loss beside the network; square and tall ones stack.
/// </summary>
public sealed record StageLayout
{
    public required SKSize Size { get; init; }
    /// <summary>Text keeps inside this; players and slides cut or cover what lies beyond.</summary>
    public required SKRect Safe { get; init; }
    public required SKRect Header { get; init; }
    /// <summary>Whether the phase's name stands under the title rather than across from it.</summary>
    public required bool HeaderStacks { get; init; }
    /// <summary>The network where all that may stand around it does.</summary>
    public required SKRect Network { get; init; }
    /// <summary>The network and what names its outputs, before there is a loss: above the panel.</summary>
    public required SKRect NetworkAbovePanel { get; init; }
    /// <summary>The same without the panel.</summary>
    public required SKRect NetworkAlone { get; init; }
    /// <summary>How much of the network's right end is kept for targets, raw errors and the ways into the loss box.</summary>
    public required float TargetRoom { get; init; }
    public required SKRect LossBox { get; init; }
    /// <summary>The same while the legend is shown: another one only where that needs some of its room.</summary>
    public SKRect LossBoxBesideLegend { get => field.IsEmpty ? LossBox : field; init; }
    public required SKRect Legend { get; init; }
    public required SKRect Formula { get; init; }
    /// <summary>The panel where there is no loss yet.</summary>
    public required SKRect FormulaBeforeLoss { get; init; }
    /// <summary>
    /// The network, the loss and the legend where the panel has grown, and the panel then. In square and tall pictures the loss stands in
    /// the panel's heading.
    /// </summary>
    public required SKRect NetworkAboveLargePanel { get; init; }
    public required SKRect LossBoxAboveLargePanel { get; init; }
    public required SKRect LegendAboveLargePanel { get; init; }
    public required SKRect LargeFormula { get; init; }
    public required SKRect Caption { get; init; }

    /// <summary>Where the scene's logo stands; empty where it has none.</summary>
    public SKRect Logo { get; init; }

    /// <summary>All that lies between the header and the caption: for phases that need the whole stage.</summary>
    public SKRect Body => new(Safe.Left, Header.Bottom + 16, Safe.Right, Formula.Bottom);

    /// <summary>Where the network stands for phases that show something beside it: at the left, or above.</summary>
    public SKRect Aside => IsWide
        ? new(Body.Left, Body.Top, Body.Left + Body.Width * 0.44f, Body.Bottom)
        : new(Body.Left, Body.Top, Body.Right, Body.Top + Body.Height * 0.44f);

    /// <summary>What of <see cref="Aside"/> is kept at its right end: names and numbers above the outputs are wider than these.</summary>
    public const float AsideTargetRoom = 36;

    /// <summary>The rest of <see cref="Body"/> beside <see cref="Aside"/>.</summary>
    public SKRect Beside => IsWide
        ? new(Aside.Right + 44, Body.Top, Body.Right, Body.Bottom)
        : new(Body.Left, Aside.Bottom + 16, Body.Right, Body.Bottom);

    public bool IsWide => !HeaderStacks;

    /// <summary>The layout of a scene's lesson.</summary>
    internal static StageLayout For(Scene scene)
    {
        var logo = Brand.PictureOf(scene.Theme.Logo?.ImageBytes ?? []);
        var isAtBottom = logo is not null && scene.Theme.Logo!.Corner is Corner.BottomLeft or Corner.BottomRight;
        var layout = For(
            scene.Video.Size.Width, scene.Video.Size.Height,
            hasCaptions: isAtBottom || scene.Parts.Any(part => !string.IsNullOrWhiteSpace(part.Caption)));
        return logo is null ? layout : layout.WithLogo(scene.Theme.Logo!, (float)logo.Width / logo.Height);
    }

    // What a logo takes of its row at most, and keeps free beside it.
    const float MostOfRow = 0.24f, BesideLogo = 28;

    // In the row of the headings or of the captions, which is so much shorter. Headings that stack stay in the middle.
    StageLayout WithLogo(LogoScript logo, float aspect)
    {
        var (isTop, isLeft) = (logo.Corner is Corner.TopLeft or Corner.TopRight, logo.Corner is Corner.TopLeft or Corner.BottomLeft);
        var row = isTop ? Header : Caption;
        var height = Math.Min((float)logo.Size, Math.Min(row.Height, MostOfRow * row.Width / aspect));
        var width = height * aspect;
        var place = SKRect.Create(isLeft ? row.Left : row.Right - width, row.MidY - height / 2, width, height);
        var (taken, isMiddle) = (width + BesideLogo, isTop && HeaderStacks);
        row = new(row.Left + (isLeft || isMiddle ? taken : 0), row.Top, row.Right - (isLeft && !isMiddle ? 0 : taken), row.Bottom);
        return this with { Logo = place, Header = isTop ? row : Header, Caption = isTop ? Caption : row };
    }

    /// <summary>The layout for a picture of this shape.</summary>
    /// <param name="width">Width in pixels; only the ratio to the height matters.</param>
    /// <param name="hasCaptions">Whether anything is ever written at the bottom; else tall pictures use that room.</param>
    public static StageLayout For(int width, int height, bool hasCaptions = true)
    {
        var aspect = (float)width / height;
        return aspect >= 1.3f
            ? Wide(1080 * aspect)
            : aspect >= 0.62f
            ? Square(1080 * Math.Max(1, aspect), 1080 / Math.Min(1, aspect))
            : Tall(1080 / aspect, hasCaptions);
    }

    static StageLayout Wide(float width)
    {
        float left = MathF.Round(width * 0.05f), right = width - left;
        var side = Math.Min(384, width * 0.21f);
        return new()
        {
            Size = new(width, 1080),
            Safe = new(left, 54, right, 1080 - 36),
            Header = new(left, 54, right, 116),
            HeaderStacks = false,
            Network = new(left, 132, right - side - 36, 756),
            NetworkAbovePanel = new(left, 132, right, 756),
            NetworkAlone = new(left, 132, right, 950),
            TargetRoom = 212,
            LossBox = new(right - side, 256, right, 560),
            Legend = new(right - side, 590, right, 752),
            Formula = new(left, 770, right, 960),
            FormulaBeforeLoss = new(left, 770, right, 960),
            NetworkAboveLargePanel = new(left, 132, right - side - 36, 606),
            LossBoxAboveLargePanel = new(right - side, 168, right, 446),
            LegendAboveLargePanel = new(right - side, 468, right, 588),
            LargeFormula = new(left, 620, right, 960),
            Caption = new(left, 976, right, 1044),
        };
    }

    static StageLayout Square(float width, float height)
    {
        const float left = 56;
        var right = width - left;
        var top = height - 408;
        return new()
        {
            Size = new(width, height),
            Safe = new(left, 48, right, height - 32),
            Header = new(left, 48, right, 162),
            HeaderStacks = true,
            Network = new(left, 176, right, top),
            NetworkAbovePanel = new(left, 176, right, top),
            NetworkAlone = new(left, 176, right, height - 118),
            TargetRoom = 236,
            LossBox = new(right - 306, top + 16, right, top + 290),
            LossBoxBesideLegend = new(right - 306, top + 16, right, top + 142),
            Legend = new(right - 306, top + 152, right, top + 294),
            Formula = new(left, top + 16, right - 326, top + 290),
            FormulaBeforeLoss = new(left, top + 16, right, top + 290),
            NetworkAboveLargePanel = new(left, 176, right, top - 84),
            LossBoxAboveLargePanel = new(right - 318, top - 33, right - 14, top + 16),
            LegendAboveLargePanel = new(left, top - 84, right, top - 46),
            LargeFormula = new(left, top - 40, right, top + 290),
            Caption = new(left, height - 106, right, height - 32),
        };
    }

    // Phones' players cover the lowest part of a tall picture with their buttons and the video's title.
    const float CoveredByPlayers = 0.18f;

    const float ShareAboveCaption = 0.886f;

    static StageLayout Tall(float height, bool hasCaptions)
    {
        const float left = 60, right = 1080 - left, header = 112;
        // What is between the header and the players' buttons goes by shares, so that every tall shape has the same picture.
        var (top, bottom) = (0.05f * height, (1 - CoveredByPlayers) * height);
        var (start, room) = (top + header, (bottom - top - header) / (hasCaptions ? 1 : ShareAboveCaption));
        float At(float share) => start + share * room;
        return new()
        {
            Size = new(1080, height),
            Safe = new(left, 0.047f * height, right, bottom),
            Header = new(left, top, right, top + header),
            HeaderStacks = true,
            Network = new(left, At(0.018f), right, At(0.48f)),
            NetworkAbovePanel = new(left, At(0.018f), right, At(0.646f)),
            NetworkAlone = new(left, At(0.018f), right, At(ShareAboveCaption)),
            TargetRoom = 236,
            LossBox = new(600, At(0.5f), right, At(0.646f)),
            Legend = new(left, At(0.5f), 560, At(0.646f)),
            Formula = new(left, At(0.662f), right, At(ShareAboveCaption)),
            FormulaBeforeLoss = new(left, At(0.662f), right, At(ShareAboveCaption)),
            NetworkAboveLargePanel = new(left, At(0.018f), right, At(0.48f)),
            LossBoxAboveLargePanel = new(right - 318, At(0.53f) + 6, right - 14, At(0.53f) + 54),
            LegendAboveLargePanel = new(left, At(0.49f), right, At(0.49f) + 38),
            LargeFormula = new(left, At(0.53f), right, At(ShareAboveCaption)),
            Caption = new(left, At(0.9f), right, At(1)),
        };
    }
}
