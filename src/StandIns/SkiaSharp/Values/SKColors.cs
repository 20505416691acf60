namespace SkiaSharp;

/// <summary>The named colours that drawing code asks for.</summary>
public static class SKColors
{
    public static readonly SKColor Empty = new(0x00000000);
    public static readonly SKColor Transparent = new(0x00FFFFFF);
    public static readonly SKColor Black = new(0xFF000000);
    public static readonly SKColor White = new(0xFFFFFFFF);
    public static readonly SKColor Gray = new(0xFF808080);
    public static readonly SKColor Red = new(0xFFFF0000);
    public static readonly SKColor Green = new(0xFF008000);
    public static readonly SKColor Lime = new(0xFF00FF00);
    public static readonly SKColor Blue = new(0xFF0000FF);
    public static readonly SKColor Cyan = new(0xFF00FFFF);
    public static readonly SKColor Magenta = new(0xFFFF00FF);
    public static readonly SKColor Yellow = new(0xFFFFFF00);
    public static readonly SKColor Orange = new(0xFFFFA500);
}
