namespace BackpropAnimator.Typesetting;

/// <summary>The signs that have a name, and the class of every sign, as plain TeX and amssymb have them.</summary>
internal static class Symbols
{
    // Each row: names and the characters they stand for, by turns.
    const string Ordinary =
        "nabla ∇ infty ∞ ell ℓ hbar ℏ forall ∀ exists ∃ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ angle ∠ neg ¬ lnot ¬ prime ′ " +
        "Re ℜ Im ℑ aleph ℵ wp ℘ " +
        "vdots ⋮ triangle △ sharp ♯ flat ♭ checkmark ✓ dagger † backslash \\ vert | Vert ‖ | ‖ % % # # $ $ & & _ _ S §";

    const string Binary =
        "pm ± mp ∓ times × div ÷ cdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ odot ⊙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ cap ∩ cup ∪ setminus ∖ " +
        "wedge ∧ land ∧ vee ∨ lor ∨ sqcap ⊓ sqcup ⊔ uplus ⊎ diamond ⋄";

    const string Relations =
        "leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅ propto ∝ " +
        "ll ≪ gg ≫ prec ≺ succ ≻ in ∈ notin ∉ ni ∋ subset ⊂ " +
        "supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥ mid ∣ vdash ⊢ models ⊨ doteq ≐ asymp ≍ triangleq ≜ coloneqq ≔ to → gets ← " +
        "leftarrow ← rightarrow → leftrightarrow ↔ Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔ longleftarrow ⟵ longrightarrow ⟶ " +
        "longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ implies ⟹ iff ⟺ mapsto ↦ longmapsto ⟼ uparrow ↑ downarrow ↓ updownarrow ↕ " +
        "nearrow ↗ searrow ↘ nwarrow ↖ swarrow ↙ hookrightarrow ↪ hookleftarrow ↩ rightleftharpoons ⇌ therefore ∴ because ∵";

    const string Opening = "{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖";
    const string Closing = "} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖";
    const string Punctuation = "colon :";
    const string Inner = "ldots … cdots ⋯ ddots ⋱";

    const string GreekLetters =
        "alpha α beta β gamma γ delta δ epsilon ϵ " +
        "varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ " +
        "omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω partial ∂ " +
        "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω imath ı jmath ȷ";

    // Signs that are larger in display style. Limits stand under and over them there, except for integrals.
    const string LargeWithLimits =
        "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcup ⨆";
    const string LargeWithout = "int ∫ iint ∬ iiint ∭ oint ∮";

    // Signs that are typed as they are and that no name above carries.
    const string TypedBinary = "+-*−·";
    const string TypedRelations = "=<>:";
    const string TypedOpening = "([";
    const string TypedClosing = ")]!?";
    const string TypedPunctuation = ",;";
    const string TypedOrdinary = "./|@°";

    /// <summary>By name (without the backslash): what to show and how it stands to its neighbours.</summary>
    public static IReadOnlyDictionary<string, (char Character, AtomClass Class)> ByName { get; } =
        (from row in NamedRows
         let words = row.Names.Split(' ')
         from i in Enumerable.Range(0, words.Length / 2)
         select (Name: words[2 * i], Meaning: (words[2 * i + 1][0], row.Class)))
        .ToDictionary(it => it.Name, it => it.Meaning);

    /// <summary>Letters by name; they follow the alphabet in force, as typed letters do.</summary>
    public static IReadOnlyDictionary<string, char> Letters { get; } =
        GreekLetters.Split(' ').Chunk(2).ToDictionary(pair => pair[0], pair => pair[1][0]);

    /// <summary>Large operators by name.</summary>
    public static IReadOnlyDictionary<string, Operator> LargeByName { get; } =
        Larges(LargeWithLimits, LimitPlacement.UnderInDisplay).Concat(Larges(LargeWithout, LimitPlacement.Beside))
        .ToDictionary(it => it.Name, it => it.Operator);

    /// <summary>The large operator that a typed character is, or null.</summary>
    public static Operator? Large(char character) => LargeByCharacter.GetValueOrDefault(character);

    /// <summary>Signs that can be typed as they are.</summary>
    public static IReadOnlyDictionary<char, AtomClass> Typed { get; } =
        TypedSigns().DistinctBy(it => it.Character).ToDictionary(it => it.Character, it => it.Class);

    /// <summary>What is shown for a typed character that stands for another sign.</summary>
    public static char Shown(char typed) => typed switch { '-' => '−', '*' => '∗', '·' => '⋅', _ => typed };

    static readonly Dictionary<char, Operator> LargeByCharacter = LargeByName.Values.ToDictionary(it => ((Symbol)it.Body).Text[0]);

    static IEnumerable<(string Name, Operator Operator)> Larges(string row, LimitPlacement limits) =>
        from pair in row.Split(' ').Chunk(2)
        select (pair[0], new Operator(1, new Symbol(1, pair[1], AtomClass.Operator), IsLarge: true, limits));

    static IEnumerable<(string Names, AtomClass Class)> NamedRows =>
    [
        (Ordinary, AtomClass.Ordinary), (Binary, AtomClass.Binary), (Relations, AtomClass.Relation), (Opening, AtomClass.Opening),
        (Closing, AtomClass.Closing), (Punctuation, AtomClass.Punctuation), (Inner, AtomClass.Inner),
    ];

    static IEnumerable<(char Character, AtomClass Class)> TypedSigns()
    {
        (string Signs, AtomClass Class)[] rows =
        [
            (TypedBinary, AtomClass.Binary), (TypedRelations, AtomClass.Relation), (TypedOpening, AtomClass.Opening),
            (TypedClosing, AtomClass.Closing), (TypedPunctuation, AtomClass.Punctuation), (TypedOrdinary, AtomClass.Ordinary),
        ];
        foreach (var (signs, @class) in rows)
            foreach (var sign in signs) yield return (sign, @class);
        foreach (var (character, @class) in ByName.OrderBy(it => it.Key, StringComparer.Ordinal).Select(it => it.Value))
            if (!char.IsAscii(character)) yield return (character, @class);
    }
}

/// <summary>What an atom is to its neighbours, which decides the space between them. The TeXbook, chapter 17.</summary>
internal enum AtomClass
{
    Ordinary,
    Operator,
    Binary,
    Relation,
    Opening,
    Closing,
    Punctuation,
    Inner,
}
