namespace SkiaSharp;

public enum SKFontEdging { Alias, Antialias, SubpixelAntialias }

public enum SKFontHinting { None, Slight, Normal, Full }

public enum SKTextAlign { Left, Center, Right }
