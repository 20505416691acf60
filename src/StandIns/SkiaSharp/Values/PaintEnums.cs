namespace SkiaSharp;

public enum SKAlphaType { Unknown, Opaque, Premul, Unpremul }

public enum SKColorType { Unknown = 0, Rgba8888 = 4, Bgra8888 = 6 }

public enum SKEncodedImageFormat { Png = 4 }

public enum SKBlendMode
{
    Clear, Src, Dst, SrcOver, DstOver, SrcIn, DstIn, SrcOut, DstOut, SrcATop, DstATop, Xor, Plus,
    Screen = 14, Overlay, Darken, Lighten, ColorDodge, ColorBurn, HardLight, SoftLight, Difference, Exclusion, Multiply,
    Hue, Saturation, Color, Luminosity,
}

public enum SKBlurStyle { Normal }

public enum SKClipOperation { Difference, Intersect }

public enum SKFilterMode { Nearest, Linear }

public enum SKPaintStyle { Fill, Stroke, StrokeAndFill }

public enum SKPathFillType { Winding, EvenOdd }

public enum SKPathDirection { Clockwise, CounterClockwise }

public enum SKPathAddMode { Append, Extend }

public enum SKShaderTileMode { Clamp, Repeat, Mirror }

public enum SKStrokeCap { Butt, Round, Square }

public enum SKStrokeJoin { Miter, Round, Bevel }
