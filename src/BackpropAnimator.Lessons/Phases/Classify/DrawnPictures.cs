using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The pictures that the program draws itself: vector art in flat colours.</summary>
internal static class DrawnPictures
{
    public static void Draw(PictureKind kind, Sketch sketch)
    {
        switch (kind)
        {
            case PictureKind.Cat:
                Cat(sketch);
                break;
            case PictureKind.Dog:
                Dog(sketch);
                break;
            case PictureKind.Truck:
                Truck(sketch);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, null);
        }
    }

    static void Cat(Sketch sketch)
    {
        SKColor fur = new(0x3A, 0x3F, 0x5C), shade = new(0x2B, 0x2F, 0x48), light = new(0xF5, 0xEC, 0xDF), pink = new(0xEF, 0x9A, 0x9A),
            iris = new(0xC6, 0xDE, 0x6A);
        sketch.Ground(new(0xF4, 0xDD, 0xB5));
        sketch.Ellipse(222, 62, 40, 40, new(0xFA, 0xEB, 0xCF));
        sketch.Ellipse(142, 177, 112, 14, new(0xD8, 0xA6, 0x74));
        sketch.Ellipse(142, 175, 96, 10, new(0xE3, 0xB8, 0x89));

        sketch.Stroke(fur, 15, new(176, 166), new(214, 170), new(240, 150), new(240, 122), new(226, 106));
        sketch.Stroke(light, 13, new(231, 110), new(226, 106));
        sketch.Shape(
            fur, new(96, 174), new(95, 142), new(106, 114), new(140, 98), new(174, 114), new(186, 142), new(185, 174), new(140, 180));
        sketch.Shape(light, new(140, 108), new(160, 122), new(157, 152), new(140, 164), new(123, 152), new(120, 122));
        sketch.Stroke(shade, 2.4f, new(112, 130), new(107, 146), new(108, 160));
        sketch.Stroke(shade, 2.4f, new(168, 130), new(173, 146), new(172, 160));
        sketch.Ellipse(122, 174, 18, 9, light);
        sketch.Ellipse(158, 174, 18, 9, light);
        foreach (var toe in new[] { 116, 122, 128, 152, 158, 164 })
            sketch.Stroke(new(0xC9, 0xB8, 0xA6), 1.4f, new(toe, 175), new(toe, 180));

        foreach (var side in new[] { -1, 1 })
        {
            sketch.Shape(fur, new(140 + side * 12, 50), new(140 + side * 40, 20), new(140 + side * 45, 66), new(140 + side * 30, 72));
            sketch.Shape(pink, new(140 + side * 21, 48), new(140 + side * 37, 31), new(140 + side * 39, 60));
        }
        sketch.Shape(
            fur, new(140, 39), new(172, 46), new(188, 72), new(184, 94), new(162, 108), new(140, 111), new(118, 108), new(96, 94),
            new(92, 72), new(108, 46));
        foreach (var stripe in new[] { -11, 0, 11 }) sketch.Stroke(shade, 3.4f, new(140 + stripe, 42), new(140 + stripe * 0.8f, 55));
        sketch.Ellipse(130, 93, 15, 11.5f, light);
        sketch.Ellipse(150, 93, 15, 11.5f, light);
        sketch.Shape(pink, new(133.5f, 83.5f), new(140, 82.5f), new(146.5f, 83.5f), new(140, 90));
        sketch.Stroke(shade, 2, new(128, 97), new(135, 99), new(140, 93), new(145, 99), new(152, 97));
        foreach (var side in new[] { -1, 1 })
        {
            float x = 140 + side * 22;
            sketch.Ellipse(x, 72, 11, 11.5f, light);
            sketch.Ellipse(x, 72, 9.5f, 10, iris);
            sketch.Ellipse(x, 72.5f, 4.2f, 8.4f, new(0x17, 0x1A, 0x2C));
            sketch.Ellipse(x + 2.4f, 68, 2.4f, 2.6f, SKColors.White);
            sketch.Stroke(light, 1.5f, new(140 + side * 23, 91), new(140 + side * 44, 86), new(140 + side * 62, 83));
            sketch.Stroke(light, 1.5f, new(140 + side * 23, 95), new(140 + side * 44, 95), new(140 + side * 63, 96));
            sketch.Stroke(light, 1.5f, new(140 + side * 22, 99), new(140 + side * 42, 104), new(140 + side * 58, 109));
        }
    }

    static void Dog(Sketch sketch)
    {
        SKColor fur = new(0xB9, 0x7B, 0x45), shade = new(0x7E, 0x4E, 0x2B), light = new(0xF6, 0xE7, 0xD2), dark = new(0x2A, 0x21, 0x1E);
        sketch.Ground(new(0xC4, 0xE0, 0xEA));
        sketch.Ellipse(60, 46, 30, 12, new(0xE4, 0xF2, 0xF6));
        sketch.Ellipse(84, 40, 24, 13, new(0xE4, 0xF2, 0xF6));
        sketch.Box(0, 150, Sketch.Width, Sketch.Height, 7, new(0x8F, 0xBF, 0x73));
        sketch.Box(0, 150, Sketch.Width, 168, 0, new(0x8F, 0xBF, 0x73));
        sketch.Ellipse(160, 178, 84, 9, new(0x78, 0xA8, 0x5E));

        sketch.Stroke(fur, 12, new(200, 160), new(228, 146), new(238, 120));
        sketch.Shape(
            fur, new(118, 176), new(116, 144), new(128, 114), new(160, 102), new(192, 114), new(204, 144), new(202, 176), new(160, 181));
        sketch.Shape(light, new(160, 110), new(180, 124), new(176, 156), new(160, 168), new(144, 156), new(140, 124));
        sketch.Ellipse(142, 176, 19, 9, light);
        sketch.Ellipse(178, 176, 19, 9, light);
        foreach (var toe in new[] { 136, 142, 148, 172, 178, 184 })
            sketch.Stroke(new(0xCB, 0xB1, 0x93), 1.4f, new(toe, 177), new(toe, 182));

        sketch.Shape(
            fur, new(160, 34), new(188, 40), new(202, 64), new(198, 92), new(180, 110), new(160, 114), new(140, 110), new(122, 92),
            new(118, 64), new(132, 40));
        sketch.Shape(light, new(160, 36), new(168, 56), new(166, 76), new(160, 80), new(154, 76), new(152, 56));
        foreach (var side in new[] { -1, 1 })
            sketch.Shape(
                shade, new(160 + side * 24, 40), new(160 + side * 46, 44), new(160 + side * 58, 74), new(160 + side * 53, 100),
                new(160 + side * 40, 96), new(160 + side * 33, 66));
        sketch.Ellipse(160, 92, 27, 20, light);
        sketch.Shape(new(0xE8, 0x7C, 0x86), new(152, 101), new(160, 99), new(168, 101), new(167, 116), new(160, 121), new(153, 116));
        sketch.Stroke(new(0xC9, 0x5E, 0x6B), 1.6f, new(160, 103), new(160, 113));
        sketch.Stroke(dark, 2.2f, new(143, 96), new(151, 102), new(160, 96), new(169, 102), new(177, 96));
        sketch.Stroke(dark, 2.2f, new(160, 86), new(160, 96));
        sketch.Shape(dark, new(149, 79), new(160, 75), new(171, 79), new(160, 89));
        foreach (var side in new[] { -1, 1 })
        {
            float x = 160 + side * 20;
            sketch.Ellipse(x, 66, 7, 7.8f, dark);
            sketch.Ellipse(x + 2, 63, 2.3f, 2.5f, SKColors.White);
            sketch.Stroke(shade, 3, new(x - side * 6, 53), new(x + side * 4, 51));
        }
    }

    static void Truck(Sketch sketch)
    {
        SKColor cargo = new(0xF1, 0xEE, 0xE6), cab = new(0xC8, 0x3F, 0x3F), shade = new(0x96, 0x2C, 0x30), tire = new(0x26, 0x28, 0x33),
            glass = new(0xA9, 0xD5, 0xE6);
        sketch.Ground(new(0x9D, 0xC4, 0xE4));
        sketch.Ellipse(226, 34, 30, 11, new(0xD8, 0xE9, 0xF5));
        sketch.Ellipse(246, 28, 22, 12, new(0xD8, 0xE9, 0xF5));
        sketch.Shape(
            new(0x7E, 0xA6, 0x84), new(-20, 150), new(40, 112), new(110, 138), new(180, 116), new(260, 132), new(330, 120), new(340, 170),
            new(-30, 170));
        sketch.Box(0, 146, Sketch.Width, Sketch.Height, 7, new(0x4E, 0x54, 0x66));
        sketch.Box(0, 146, Sketch.Width, 170, 0, new(0x4E, 0x54, 0x66));
        for (var dash = 14; dash < 290; dash += 56) sketch.Box(dash, 182, dash + 30, 186, 2, new(0xE9, 0xE2, 0xC6));

        sketch.Box(34, 52, 182, 150, 6, cargo);
        sketch.Box(34, 128, 182, 150, 4, new(0xD6, 0xD0, 0xC2));
        foreach (var seam in new[] { 71, 108, 145 }) sketch.Stroke(new(0xD6, 0xD0, 0xC2), 2, new(seam, 58), new(seam, 126));
        sketch.Shape(
            cab, new(188, 84), new(200, 78), new(228, 80), new(246, 108), new(264, 116), new(268, 134), new(266, 152), new(220, 153),
            new(188, 152), new(186, 116));
        sketch.Polygon(glass, new(202, 88), new(224, 88), new(239, 112), new(202, 112));
        sketch.Polygon(new(0xD3, 0xEC, 0xF4), new(206, 88), new(213, 88), new(221, 112), new(212, 112));
        sketch.Stroke(shade, 2, new(198, 122), new(198, 148));
        sketch.Box(204, 120, 216, 124, 2, shade);
        sketch.Ellipse(263, 127, 5, 6, new(0xFB, 0xE2, 0x8A));
        sketch.Box(30, 148, 270, 157, 4, new(0x35, 0x38, 0x46));
        foreach (var wheel in new[] { 72, 112, 226 })
        {
            sketch.Ellipse(wheel, 158, 18, 18, tire);
            sketch.Ellipse(wheel, 158, 8.5f, 8.5f, new(0xB9, 0xBF, 0xCC));
            sketch.Ellipse(wheel, 158, 3, 3, tire);
        }
    }
}
