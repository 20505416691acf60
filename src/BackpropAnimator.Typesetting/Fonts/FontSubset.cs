using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A font with only the letters that a text needs, by HarfBuzz's hb-subset, which HarfBuzzSharp has but does not show.</summary>
/// <remarks>https://harfbuzz.github.io/harfbuzz-hb-subset.html</remarks>
internal static class FontSubset
{
    const string Library = "libHarfBuzzSharp";

    // HB_SUBSET_SETS_LAYOUT_FEATURE_TAG: which features stay.
    const int LayoutFeatures = 6;

    /// <returns>The font's file.</returns>
    public static byte[] Of(nint face, string text)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            foreach (var rune in text.EnumerateRunes()) hb_set_add(hb_subset_input_unicode_set(input), (uint)rune.Value);
            // Numbers stand in columns; HarfBuzz keeps that only where it is told.
            hb_set_add(hb_subset_input_set(input, LayoutFeatures), (uint)HarfBuzzFont.Tabular);
            var subset = hb_subset_or_fail(face, input);
            if (subset == 0) throw new InvalidOperationException("HarfBuzz could not take a part of a font.");
            var blob = hb_face_reference_blob(subset);
            var bytes = new byte[hb_blob_get_length(blob)];
            Marshal.Copy(hb_blob_get_data(blob, 0), bytes, 0, bytes.Length);
            hb_blob_destroy(blob);
            hb_face_destroy(subset);
            return bytes;
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    [DllImport(Library)] static extern nint hb_subset_input_create_or_fail();
    [DllImport(Library)] static extern void hb_subset_input_destroy(nint input);
    [DllImport(Library)] static extern nint hb_subset_input_unicode_set(nint input);
    [DllImport(Library)] static extern nint hb_subset_input_set(nint input, int kind);
    [DllImport(Library)] static extern nint hb_subset_or_fail(nint face, nint input);
    [DllImport(Library)] static extern void hb_set_add(nint set, uint value);
    [DllImport(Library)] static extern nint hb_face_reference_blob(nint face);
    [DllImport(Library)] static extern void hb_face_destroy(nint face);
    [DllImport(Library)] static extern nint hb_blob_get_data(nint blob, nint length);
    [DllImport(Library)] static extern uint hb_blob_get_length(nint blob);
    [DllImport(Library)] static extern void hb_blob_destroy(nint blob);
}
