namespace BackpropAnimator.Typesetting;

/// <summary>The four letters that name a table or feature of a font, packed into 32 bits.</summary>
internal static class FontTag
{
    public static uint Of(string name) => (uint)(name[0] << 24 | name[1] << 16 | name[2] << 8 | name[3]);
}
