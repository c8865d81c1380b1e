/**
 * A neuron and the losses of classification, in French.
 */
import { type Translation, tex } from './translation';

export const sigmoidNeuron: readonly Translation[] = [
  ['A sigmoid neuron', 'Un neurone sigmoïde'],
  [
    tex`$f = \dfrac{1}{1 + e^{-(w_0x_0 + w_1x_1 + w_2)}}$ with $w = (2, -3, -3)$ and $x = (-1, -2)$: the sum is $t = 1$ and $f = \sigma(1) = 0.7310585786300049$.

The slope of the sigmoid can be had from its value: $\sigma'(t) = \sigma(t)\,(1 - \sigma(t)) = 0.19661193324148182$. This number goes back to all inputs.

$\partial f/\partial w = \begin{bmatrix} -0.1966 & -0.3932 & 0.1966 \end{bmatrix}$ and $\partial f/\partial x = \begin{bmatrix} 0.3932 & -0.5898 \end{bmatrix}$.

Trap: the derivative by $w_0$ contains $x_0$, the derivative by $x_0$ contains $w_0$. The bias $w_2$ has no partner: it gets the slope itself.`,
    tex`$f = \dfrac{1}{1 + e^{-(w_0x_0 + w_1x_1 + w_2)}}$ avec $w = (2, -3, -3)$ et $x = (-1, -2)$ : la somme est $t = 1$ et $f = \sigma(1) = 0.7310585786300049$.

La pente de la sigmoïde s’obtient à partir de sa valeur : $\sigma'(t) = \sigma(t)\,(1 - \sigma(t)) = 0.19661193324148182$. Ce nombre repart vers toutes les entrées.

$\partial f/\partial w = \begin{bmatrix} -0.1966 & -0.3932 & 0.1966 \end{bmatrix}$ et $\partial f/\partial x = \begin{bmatrix} 0.3932 & -0.5898 \end{bmatrix}$.

Piège : la dérivée par rapport à $w_0$ contient $x_0$, la dérivée par rapport à $x_0$ contient $w_0$. Le biais $w_2$ n’a pas de partenaire : il reçoit la pente elle-même.`,
  ],
  [
    'σ(w₀x₀ + w₁x₁ + w₂): one slope, σ(1 − σ), goes back to all weights and inputs',
    'σ(w₀x₀ + w₁x₁ + w₂) : une pente, σ(1 − σ), repart vers tous les poids et toutes les entrées',
  ],
  [
    tex`$w_0x_0 = -2$, $w_1x_1 = 6$, $s = 4$, $t = 4 - 3 = 1$, $f = \sigma(1) = 0.7311$.`,
    tex`$w_0x_0 = -2$, $w_1x_1 = 6$, $s = 4$, $t = 4 - 3 = 1$, $f = \sigma(1) = 0.7311$.`,
  ],
  ['One slope for the whole sigmoid', 'Une pente pour toute la sigmoïde'],
  [
    tex`Taken apart into $-t$, $e^{-t}$, $1 + e^{-t}$ and the reciprocal, the chain rule gives $-\dfrac{1}{(1 + e^{-t})^2} \cdot 1 \cdot e^{-t} \cdot (-1)$. The same number is $\sigma(1 - \sigma) = 0.7311 \cdot 0.2689 = 0.1966$.`,
    tex`Décomposée en $-t$, $e^{-t}$, $1 + e^{-t}$ et l’inverse, la sigmoïde donne par la règle de la chaîne $-\dfrac{1}{(1 + e^{-t})^2} \cdot 1 \cdot e^{-t} \cdot (-1)$. C’est le même nombre que $\sigma(1 - \sigma) = 0.7311 \cdot 0.2689 = 0.1966$.`,
  ],
  [
    'How large can this slope be at most, and why does that matter for a chain of ten sigmoids?',
    'Combien cette pente peut-elle valoir au plus, et pourquoi est-ce important pour une chaîne de dix sigmoïdes ?',
  ],
  [
    tex`At most $\frac14$, at $t = 0$. Ten of them multiply to at most $4^{-10} \approx 10^{-6}$: the gradient vanishes.`,
    tex`Au plus $\frac14$, en $t = 0$. Le produit de dix d’entre elles vaut au plus $4^{-10} \approx 10^{-6}$ : le gradient s’évanouit.`,
  ],
  ['Each operand gets the other', 'Chaque opérande reçoit l’autre'],
  [
    tex`$\partial f/\partial w_0 = 0.1966 \cdot x_0 = -0.1966$, $\partial f/\partial w_1 = 0.1966 \cdot x_1 = -0.3932$, $\partial f/\partial w_2 = 0.1966$; $\partial f/\partial x_0 = 0.1966 \cdot w_0 = 0.3932$, $\partial f/\partial x_1 = 0.1966 \cdot w_1 = -0.5898$.`,
    tex`$\partial f/\partial w_0 = 0.1966 \cdot x_0 = -0.1966$, $\partial f/\partial w_1 = 0.1966 \cdot x_1 = -0.3932$, $\partial f/\partial w_2 = 0.1966$ ; $\partial f/\partial x_0 = 0.1966 \cdot w_0 = 0.3932$, $\partial f/\partial x_1 = 0.1966 \cdot w_1 = -0.5898$.`,
  ],
];

export const logisticRegression: readonly Translation[] = [
  ['Logistic regression', 'Régression logistique'],
  [
    tex`$s = w^{\top}x + b = 0.35$, $p = \sigma(s) = 0.5866175789173301$, and the loss is $L = -y\ln p - (1 - y)\ln(1 - p) = 0.533382155418777$ for the label $y = 1$.

The loss sends back $-1/p$, the sigmoid multiplies by $p\,(1 - p)$, and together only $\partial L/\partial s = p - y = -0.41338242108266987$ is left.

$\partial L/\partial w = (p - y)\,x^{\top} = \begin{bmatrix} -0.8267648421653397 & -1.2401472632480095 \end{bmatrix}$ and $\partial L/\partial b = p - y$.

Trap: the sign. It is prediction minus label. With $y - p$ gradient descent climbs.`,
    tex`$s = w^{\top}x + b = 0.35$, $p = \sigma(s) = 0.5866175789173301$, et la perte est $L = -y\ln p - (1 - y)\ln(1 - p) = 0.533382155418777$ pour l’étiquette $y = 1$.

La perte renvoie $-1/p$, la sigmoïde multiplie par $p\,(1 - p)$, et des deux il ne reste que $\partial L/\partial s = p - y = -0.41338242108266987$.

$\partial L/\partial w = (p - y)\,x^{\top} = \begin{bmatrix} -0.8267648421653397 & -1.2401472632480095 \end{bmatrix}$ et $\partial L/\partial b = p - y$.

Piège : le signe. C’est la prédiction moins l’étiquette. Avec $y - p$, la descente de gradient monte.`,
  ],
  [
    'σ(wᵀx + b) with the log loss: two ugly factors, and what is left is p − y',
    'σ(wᵀx + b) avec la perte logarithmique : deux vilains facteurs, et ce qui reste est p − y',
  ],
  [
    tex`$w^{\top}x = 1 - 0.75 = 0.25$, $s = 0.35$, $p = \sigma(0.35) = 0.5866$, $L = -\ln p = 0.5334$.`,
    tex`$w^{\top}x = 1 - 0.75 = 0.25$, $s = 0.35$, $p = \sigma(0.35) = 0.5866$, $L = -\ln p = 0.5334$.`,
  ],
  ['Two factors that cancel', 'Deux facteurs qui se simplifient'],
  [
    tex`$\dfrac{\partial L}{\partial p} = -\dfrac1p = -1.7047$, $\dfrac{\partial p}{\partial s} = p\,(1 - p) = 0.2425$. Their product is $p - 1 = -0.4134$, that is $p - y$.`,
    tex`$\dfrac{\partial L}{\partial p} = -\dfrac1p = -1.7047$, $\dfrac{\partial p}{\partial s} = p\,(1 - p) = 0.2425$. Leur produit est $p - 1 = -0.4134$, c’est-à-dire $p - y$.`,
  ],
  [
    'Why do programs compute the loss from $s$ and not from $p$?',
    'Pourquoi les programmes calculent-ils la perte à partir de $s$ et non de $p$ ?',
  ],
  [
    'For a large negative $s$ the value $p$ rounds to $0$, and $-1/p$ overflows, although $p - y$ is harmless. From $s$ the cancellation is done on paper, before any rounding.',
    'Pour un $s$ négatif et grand en valeur absolue, la valeur $p$ s’arrondit à $0$, et $-1/p$ déborde, alors que $p - y$ est inoffensif. À partir de $s$, la simplification se fait sur le papier, avant tout arrondi.',
  ],
  ['The gradients', 'Les gradients'],
  [
    tex`$\dfrac{\partial L}{\partial w} = -0.4134 \cdot \begin{bmatrix} 2 & 3 \end{bmatrix} = \begin{bmatrix} -0.8268 & -1.2401 \end{bmatrix}$, $\dfrac{\partial L}{\partial b} = -0.4134$. A step against them raises $p$ towards $1$.`,
    tex`$\dfrac{\partial L}{\partial w} = -0.4134 \cdot \begin{bmatrix} 2 & 3 \end{bmatrix} = \begin{bmatrix} -0.8268 & -1.2401 \end{bmatrix}$, $\dfrac{\partial L}{\partial b} = -0.4134$. Un pas en sens opposé rapproche $p$ de $1$.`,
  ],
];

export const softmaxCrossEntropy: readonly Translation[] = [
  ['Softmax and cross-entropy', 'Softmax et entropie croisée'],
  [
    tex`Logits $z = (1, 2, 3)$, class $3$ is right: $t = (0, 0, 1)$. The loss is $L = -\ln s_3 = 0.4076059644443803$ with $s = \operatorname{softmax}(z) = (0.0900, 0.2447, 0.6652)$.

The gradient is as simple as can be: $\partial L/\partial z = (s - t)^{\top} = \begin{bmatrix} 0.0900 & 0.2447 & -0.3348 \end{bmatrix}$, in full $0.09003057317038046$, $0.2447284710547976$, $-0.3347590442251781$. Its entries add up to $0$.

The lower lane computes $L$ in one node from the logits. The upper lane, $M$, takes the long way: softmax, logarithm, dot product with $t$, minus.

Trap: softmax taken as if it were elementwise, with slope $s_i(1 - s_i)$. Its Jacobian is $D(s) - ss^{\top}$: raising one logit lowers all the other probabilities.`,
    tex`Logits $z = (1, 2, 3)$, la classe $3$ est la bonne : $t = (0, 0, 1)$. La perte est $L = -\ln s_3 = 0.4076059644443803$ avec $s = \operatorname{softmax}(z) = (0.0900, 0.2447, 0.6652)$.

Le gradient est on ne peut plus simple : $\partial L/\partial z = (s - t)^{\top} = \begin{bmatrix} 0.0900 & 0.2447 & -0.3348 \end{bmatrix}$, en toutes décimales $0.09003057317038046$, $0.2447284710547976$, $-0.3347590442251781$. La somme de ses coefficients est $0$.

La voie du bas calcule $L$ en un seul nœud à partir des logits. La voie du haut, $M$, prend le long chemin : softmax, logarithme, produit scalaire avec $t$, moins.

Piège : le softmax traité comme s’il agissait terme à terme, avec la pente $s_i(1 - s_i)$. Sa jacobienne est $D(s) - ss^{\top}$ : augmenter un logit diminue toutes les autres probabilités.`,
  ],
  [
    'Logits (1, 2, 3), class 3: the gradient is s − t, and softmax is not elementwise',
    'Logits (1, 2, 3), classe 3 : le gradient est s − t, et le softmax n’agit pas terme à terme',
  ],
  ['The gradient of the fused node', 'Le gradient du nœud fusionné'],
  [
    tex`$L = \ln(e^1 + e^2 + e^3) - 3 = 0.4076$. At $z$ stands $(s - t)^{\top}$. It adds up to $0$, since adding the same number to all logits changes nothing.`,
    tex`$L = \ln(e^1 + e^2 + e^3) - 3 = 0.4076$. En $z$ se trouve $(s - t)^{\top}$. La somme en est $0$, puisque ajouter le même nombre à tous les logits ne change rien.`,
  ],
  ['The Jacobian of softmax', 'La jacobienne du softmax'],
  [
    tex`The wire from $z$ to $s$ carries $D(s) - ss^{\top} = \begin{bmatrix} 0.0819 & -0.0220 & -0.0599 \\ -0.0220 & 0.1848 & -0.1628 \\ -0.0599 & -0.1628 & 0.2227 \end{bmatrix}$. Every entry off the diagonal is negative.`,
    tex`Le fil de $z$ à $s$ porte $D(s) - ss^{\top} = \begin{bmatrix} 0.0819 & -0.0220 & -0.0599 \\ -0.0220 & 0.1848 & -0.1628 \\ -0.0599 & -0.1628 & 0.2227 \end{bmatrix}$. Tous les coefficients hors de la diagonale sont négatifs.`,
  ],
  [
    'With the slopes $s_i(1 - s_i)$ alone, what would the gradient be?',
    'Avec les seules pentes $s_i(1 - s_i)$, quel serait le gradient ?',
  ],
  [
    tex`$\begin{bmatrix} 0 & 0 & -(1 - s_3) \end{bmatrix} = \begin{bmatrix} 0 & 0 & -0.3348 \end{bmatrix}$: right for class 3, but the wrong classes would never be pushed down.`,
    tex`$\begin{bmatrix} 0 & 0 & -(1 - s_3) \end{bmatrix} = \begin{bmatrix} 0 & 0 & -0.3348 \end{bmatrix}$ : juste pour la classe 3, mais les mauvaises classes ne seraient jamais repoussées vers le bas.`,
  ],
  ['The long way gives the same row', 'Le long chemin donne la même ligne'],
  [
    tex`Make $M$ the target: $-1$, times $t^{\top}$, times $D(1/s)$, times $D(s) - ss^{\top}$ is the same $(s - t)^{\top}$. $L$ is not on this path, so its own gradient is an explicit $0$.`,
    tex`Prenez $M$ pour cible : $-1$, fois $t^{\top}$, fois $D(1/s)$, fois $D(s) - ss^{\top}$ est le même $(s - t)^{\top}$. $L$ n’est pas sur ce chemin, son propre gradient est donc un $0$ explicite.`,
  ],
  ['Why the fused node exists', 'Pourquoi le nœud fusionné existe'],
  [
    tex`Set $z = (1000, 2, 3)$. $s_3$ rounds to $0$, its logarithm is $-\infty$, and $M$ is lost ($0 \cdot \infty$); $L = 997$ is right, and its gradient $\begin{bmatrix} 1 & 0 & -1 \end{bmatrix}$ too.`,
    tex`Posez $z = (1000, 2, 3)$. $s_3$ s’arrondit à $0$, son logarithme est $-\infty$, et $M$ est perdu ($0 \cdot \infty$) ; $L = 997$ est juste, et son gradient $\begin{bmatrix} 1 & 0 & -1 \end{bmatrix}$ aussi.`,
  ],
];
