using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Formulas that show every construct the engine knows, for a specimen sheet to be looked at closely.</summary>
public static class FormulaSpecimen
{
    public static ImmutableArray<string> Lines { get; } =
    [
        @"\part{gradient}{\frac{\partial L}{\partial w}} = \color{factor_error}{\frac{\partial L}{\partial a}} \cdot " +
            @"\color{factor_slope}{\frac{\partial a}{\partial z}} \cdot \color{factor_input}{\frac{\partial z}{\partial w}}",
        @"\delta^l = (W^{l+1})^\top \delta^{l+1} \odot \sigma'(z^l), \qquad \frac{\partial L}{\partial W^l} = \delta^l (a^{l-1})^\top",
        @"L = \tfrac12 \sum_{i=1}^{n} (\hat y_i - y_i)^2, \qquad \sigma(z) = \frac{1}{1+e^{-z}}, \qquad \sigma'(z) = a(1-a)",
        @"w \leftarrow w - \eta\,\frac{\partial L}{\partial w} = 0.731 - 0.5 \times (-0.058) = 0.760",
        @"\hat\delta^{(l)}_j = \sum_{k} w_{jk}^{(l+1)} \delta_k^{(l+1)} \sigma'\bigl(z_j^{(l)}\bigr), \qquad x_{i_j}^{2^n}, \quad x'', " +
            @"\quad {x^2}^3, \quad f_i^j",
        @"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt\pi}{2}, \qquad \textstyle \int_0^1 f \quad \sum_{i=0}^n a_i \quad \prod_k^m b_k",
        @"\sqrt{x} + \sqrt[3]{\frac{a}{b}} + \sqrt{1+\sqrt{1+\sqrt{1+x}}} + \sqrt{\sum_i x_i^2}, \qquad " +
            @"\frac{1}{1+\frac{1}{1+\frac{1}{x}}}",
        @"\left( \frac{a}{b} \right)^2 + \left[ \sum_{i} x_i \right] + \left\{ \frac{\frac ab}{\frac cd} \right\} + \left| \frac ab " +
            @"\right| + \left\langle x \middle| \frac{1}{2} \right\rangle + \left\lfloor \frac n2 \right\rfloor + \binom{n}{k}",
        @"\bigl( \Bigl( \biggl( \Biggl( x \Biggr) \biggr) \Bigr) \bigr) \quad \Bigl[ \|x\|_2 \Bigr] \quad \big/ \Big\{ \bigg\}",
        @"\hat y, \bar x, \tilde a, \vec v, \dot q, \ddot q, \hat\imath, \check z, \acute e, \grave e, \breve u, \mathring a, \quad " +
            @"\widehat{abc}, \widetilde{xyz}, \overline{x+y}, \underline{z}",
        @"\mathbf{W}\mathbf{x} + \mathcal{L}(\theta) + \mathrm{softmax}(z) + \mathbb{R}^n + \mathit{diff} + \boldsymbol{\theta} + " +
            @"\mathfrak{g} + \mathsf{S} + \mathtt{t}",
        @"\begin{bmatrix} w_{11} & w_{12} \\ w_{21} & w_{22} \end{bmatrix} \begin{pmatrix} x_1 \\ x_2 \end{pmatrix} = \begin{vmatrix} a " +
            @"& b \\ c & d \end{vmatrix} \begin{matrix} 1 & 0 \\ 0 & 1 \end{matrix} \begin{bmatrix} 1 \\ 2 \\ 3 \\ 4 \end{bmatrix}",
        @"\mathrm{ReLU}(z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}",
        @"\begin{aligned} z &= w^\top x + b \\ a &= \sigma(z) \\ \frac{\partial L}{\partial z} &\approx (a - y)\,\sigma'(z) \end{aligned}",
        @"\underbrace{(\hat y - y)}_{\text{error}} \cdot \underbrace{\sigma'(z)}_{\text{slope}} \cdot a, \qquad \overbrace{x_1 + \dots " +
            @"+ x_n}^{n}, \qquad a \underbrace{b}_{\mathclap{\text{label}}} c, \qquad \frac{\cancel{a(1-a)}}{\cancel{a(1-a)}}",
        @"\operatorname{diag}(v), \quad \max_{i} x_i, \quad \argmin_{\theta} L, \quad \log p, \quad \exp(-z), \quad \lim_{n\to\infty} " +
            @"a_n, \quad \operatorname*{mean}_{i}",
        @"\nabla f \;\; A \Rightarrow B \; a \neq b \geq c \leq d \approx e \in \mathbb N, \; x \mapsto y, \; a \to b, \; \partial " +
            @"\odot \cdot \times \otimes \pm \infty \ell \hbar \forall \exists",
        @"\alpha\beta\gamma\delta\epsilon\varepsilon\zeta\eta\theta\vartheta\iota\kappa\lambda\mu\nu" +
            @"\xi\pi\rho\sigma\tau\upsilon\phi\varphi\chi\psi\omega \; " +
            @"\Gamma\Delta\Theta\Lambda\Xi\Pi\Sigma\Upsilon\Phi\Psi\Omega",
        @"\displaystyle \sum_i x_i \; \textstyle \sum_i x_i \; \scriptstyle \sum_i x_i \; \scriptscriptstyle \sum_i x_i \; " +
            @"\displaystyle \overset{!}{=} \; \underset{x}{\to} \; \text{lan truyền ngược}",
        @"\overrightarrow{AB} + \overleftarrow{CD} + \overleftrightarrow{EFGH}, \quad \underrightarrow{xyz}, \quad " +
            @"\widehat{ABCDE}, \quad \widetilde{a + b + c + d}, \quad " +
            @"\overbracket{a + b}^{n} \underbracket{c + d}_{m}, \quad \overparen{AB}, \quad " +
            @"A \xrightarrow[\text{backward}]{\text{forward pass}} B \xleftarrow{} C",
        @"\boxed{\delta = \frac{\partial L}{\partial z}}, \quad \textcolor{tomato}{x} + \textcolor{#7ce38b}{y}, \quad " +
            @"\sum_{\substack{i < n \\ j \neq i}} x_{ij}, \quad {a + b \over c + d}, \quad {n \choose k}, \quad " +
            @"a \not= b \not\in C \not\to d \not\leftarrow \not x, \quad a \equiv b \pmod{n}",
        @"\begin{array}{r|cc|} x & y & z \\ \hline 1 & 2 & 3 \\[4pt] 10 & 20 & 30 \\ \hline\hline \end{array} \quad " +
            @"\left[\begin{array}{cc|c} 1 & 2 & 3 \\ 4 & 5 & 6 \end{array}\right] \quad " +
            @"\begin{array}{|l|r|} \hline a & b \\ \cline{1-1} c & d \\ \hline \end{array} \quad " +
            @"\begin{pmatrix*}[r] -1 & 10 \\ 2 & -20 \end{pmatrix*} \quad \bigl(\begin{smallmatrix} a & b \\ c & d \end{smallmatrix}\bigr)",
        @"\begin{align} a &= b + c \tag{1} \\[6pt] x + y &= \frac{1}{2} \tag{2} \end{align} \qquad " +
            @"\begin{gathered} a = b \\ x + y + z = 1 \end{gathered} \qquad x = \begin{aligned}[t] a &+ b \\ &+ c \end{aligned} \qquad " +
            @"\begin{cases} 1 & \text{if $x_i^2 > 0$, for \textbf{all} $i$} \\ 0 & \text{else} \end{cases}",
        @"a\phantom{xx}b\hphantom{\frac{1}{2}}c \, \sqrt{\vphantom{\frac{1}{2}} x} \, \sqrt{\smash[b]{y}} \sqrt{y}, " +
            @"\quad a\kern 1em b\mkern-3mu c\hspace{5pt} d, \quad \(x + y\) = z \tag{$\star$}",
    ];
}
