namespace SkiaSharp;

/// <summary>What the next control points of a path mean.</summary>
enum PathVerb : byte { Move, Line, Quad, Cubic, Close }

static class PathVerbs
{
    public static int PointCount(this PathVerb verb) => verb switch
    {
        PathVerb.Move or PathVerb.Line => 1,
        PathVerb.Quad => 2,
        PathVerb.Cubic => 3,
        _ => 0,
    };
}
