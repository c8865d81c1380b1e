/**
 * Networks with a hidden layer, in French.
 */
import { type Translation, tex } from './translation';

export const twoLayerNetwork: readonly Translation[] = [
  ['A network with two layers', 'Un réseau à deux couches'],
  [
    tex`The "2-2-2" network of many tutorials: $i = (0.05, 0.10)$, two linear layers with sigmoids, and the error $E = \frac12\lVert o - t \rVert^2$ with $t = (0.01, 0.99)$. The biases $0.35$ and $0.60$ are held fixed.

Forward: $h = (0.5932699921071872,\ 0.596884378259767)$, $o = (0.7513650695523157,\ 0.7729284653214625)$, $E = 0.2983711087600027$.

One backward sweep gives $\partial E/\partial W_2$, folded $\begin{bmatrix} 0.08217 & 0.08267 \\ -0.02260 & -0.02274 \end{bmatrix}$, and $\partial E/\partial W_1$, folded $10^{-4}\begin{bmatrix} 4.386 & 8.771 \\ 4.977 & 9.954 \end{bmatrix}$.

One step with $\eta = 0.5$ on *all* weights at once leaves $E = 0.29102777369359933$.

Trap: the often printed $0.291027924$ changes $W_2$ first, and then pulls the row back through the $W_2$ that is already changed. All derivatives belong to one point.`,
    tex`Le réseau « 2-2-2 » de nombreux tutoriels : $i = (0.05, 0.10)$, deux couches linéaires avec sigmoïdes, et l’erreur $E = \frac12\lVert o - t \rVert^2$ avec $t = (0.01, 0.99)$. Les biais $0.35$ et $0.60$ sont fixés.

Vers l’avant : $h = (0.5932699921071872,\ 0.596884378259767)$, $o = (0.7513650695523157,\ 0.7729284653214625)$, $E = 0.2983711087600027$.

Une passe arrière donne $\partial E/\partial W_2$, replié $\begin{bmatrix} 0.08217 & 0.08267 \\ -0.02260 & -0.02274 \end{bmatrix}$, et $\partial E/\partial W_1$, replié $10^{-4}\begin{bmatrix} 4.386 & 8.771 \\ 4.977 & 9.954 \end{bmatrix}$.

Après un pas avec $\eta = 0.5$ sur *tous* les poids à la fois, il reste $E = 0.29102777369359933$.

Piège : le $0.291027924$ souvent imprimé change d’abord $W_2$, puis ramène la ligne en arrière à travers le $W_2$ déjà changé. Toutes les dérivées sont attachées à un même point.`,
  ],
  [
    'The 2-2-2 network of the tutorials: one step, all weights at once',
    'Le réseau 2-2-2 des tutoriels : un pas, tous les poids à la fois',
  ],
  [
    tex`$a_1 = W_1 i + b_1$, $h = \sigma(a_1) = (0.5933, 0.5969)$, $a_2 = W_2 h + b_2$, $o = \sigma(a_2) = (0.7514, 0.7729)$, $E = 0.2984$.`,
    tex`$a_1 = W_1 i + b_1$, $h = \sigma(a_1) = (0.5933, 0.5969)$, $a_2 = W_2 h + b_2$, $o = \sigma(a_2) = (0.7514, 0.7729)$, $E = 0.2984$.`,
  ],
  ['Backward to the output weights', 'En arrière jusqu’aux poids de sortie'],
  [
    tex`$(o - t)^{\top} = \begin{bmatrix} 0.7414 & -0.2171 \end{bmatrix}$, times $D(o(1 - o))$: $\partial E/\partial a_2 = \begin{bmatrix} 0.1385 & -0.0381 \end{bmatrix}$. Times $I \otimes h^{\top}$: the four numbers at $W_2$.`,
    tex`$(o - t)^{\top} = \begin{bmatrix} 0.7414 & -0.2171 \end{bmatrix}$, fois $D(o(1 - o))$ : $\partial E/\partial a_2 = \begin{bmatrix} 0.1385 & -0.0381 \end{bmatrix}$. Fois $I \otimes h^{\top}$ : les quatre nombres en $W_2$.`,
  ],
  ['Backward to the hidden weights', 'En arrière jusqu’aux poids cachés'],
  [
    tex`$\partial E/\partial h = \begin{bmatrix} 0.1385 & -0.0381 \end{bmatrix} W_2 = \begin{bmatrix} 0.0364 & 0.0414 \end{bmatrix}$. Each hidden unit hears of *both* outputs. Then $D(h(1 - h))$ and $I \otimes i^{\top}$.`,
    tex`$\partial E/\partial h = \begin{bmatrix} 0.1385 & -0.0381 \end{bmatrix} W_2 = \begin{bmatrix} 0.0364 & 0.0414 \end{bmatrix}$. Chaque unité cachée entend parler des *deux* sorties. Ensuite $D(h(1 - h))$ et $I \otimes i^{\top}$.`,
  ],
  [
    'Why are these derivatives about a hundred times smaller than those of $W_2$?',
    'Pourquoi ces dérivées sont-elles environ cent fois plus petites que celles de $W_2$ ?',
  ],
  [
    tex`One more slope of a sigmoid (below $\frac14$), small weights on the way, and inputs $0.05$ and $0.1$ instead of activations near $0.6$.`,
    tex`Une pente de sigmoïde de plus (au-dessous de $\frac14$), de petits poids en chemin, et des entrées $0.05$ et $0.1$ au lieu d’activations proches de $0.6$.`,
  ],
  ['One step, all weights at once', 'Un pas, tous les poids à la fois'],
  [
    tex`$W_1 \leftarrow W_1 - 0.5\,\Delta_1$ and $W_2 \leftarrow W_2 - 0.5\,\Delta_2$, both from the same backward sweep: $E$ falls to $0.29102777369359933$. Whoever overwrites $W_2$ first and then uses it in $\partial E/\partial h = \partial E/\partial a_2 \cdot W_2$ gets $0.291027924$.`,
    tex`$W_1 \leftarrow W_1 - 0.5\,\Delta_1$ et $W_2 \leftarrow W_2 - 0.5\,\Delta_2$, tous deux à partir de la même passe arrière : $E$ tombe à $0.29102777369359933$. Qui écrase d’abord $W_2$ et l’utilise ensuite dans $\partial E/\partial h = \partial E/\partial a_2 \cdot W_2$ obtient $0.291027924$.`,
  ],
  [
    'The two errors differ only in the seventh digit. Why insist?',
    'Les deux erreurs ne diffèrent qu’au septième chiffre. Pourquoi insister ?',
  ],
  [
    'The second is not a step of gradient descent: some of its derivatives were taken at the old weights, some with the new ones. Here the step is small; with large steps or many layers the difference is not.',
    'La seconde n’est pas celle d’un pas de descente de gradient : certaines de ses dérivées ont été prises aux anciens poids, d’autres avec les nouveaux. Ici le pas est petit ; avec de grands pas ou beaucoup de couches, la différence ne l’est pas.',
  ],
];

export const xor: readonly Translation[] = [
  ['XOR with a ReLU network', 'XOR par un réseau ReLU'],
  [
    tex`The exclusive or cannot be written as one linear layer. With two hidden ReLU units it can: $h = \operatorname{relu}(Wx + c)$, $y = w^{\top}h$, with $W$ all ones, $c = (0, -1)$, $w = (1, -2)$.

The four inputs are the rows of $X$, so all four run at once: $y = (0, 1, 1, 0)$.

$h_1 = \operatorname{relu}(x_1 + x_2)$ counts the ones, $h_2 = \operatorname{relu}(x_1 + x_2 - 1)$ notices that there are two. $h_1 - 2h_2$ does the rest.

Trap: the values are exact, but not every derivative exists. For three of the four inputs an entry of $Wx + c$ is exactly $0$, where ReLU has a kink: slope $0$ on the left, $1$ on the right. The slope used is $0$, and the warning at $h$ says so.`,
    tex`Le ou exclusif ne peut pas s’écrire comme une seule couche linéaire. Avec deux unités ReLU cachées, il le peut : $h = \operatorname{relu}(Wx + c)$, $y = w^{\top}h$, avec $W$ faite de uns, $c = (0, -1)$, $w = (1, -2)$.

Les quatre entrées sont les lignes de $X$, toutes les quatre passent donc en même temps : $y = (0, 1, 1, 0)$.

$h_1 = \operatorname{relu}(x_1 + x_2)$ compte les uns, $h_2 = \operatorname{relu}(x_1 + x_2 - 1)$ remarque qu’il y en a deux. $h_1 - 2h_2$ fait le reste.

Piège : les valeurs sont exactes, mais toutes les dérivées n’existent pas. Pour trois des quatre entrées, un coefficient de $Wx + c$ est exactement $0$, où ReLU a un point anguleux : pente $0$ à gauche, $1$ à droite. La pente utilisée est $0$, et l’avertissement en $h$ le dit.`,
  ],
  [
    'relu(Wx + c) on all four inputs: exact values, and a kink for three of them',
    'relu(Wx + c) sur les quatre entrées : des valeurs exactes, et un point anguleux pour trois d’entre elles',
  ],
  ['All four inputs at once', 'Les quatre entrées à la fois'],
  [
    'Row by row, $a = Wx + c$ is $(0, -1)$, $(1, 0)$, $(1, 0)$, $(2, 1)$; $h$ is $(0, 0)$, $(1, 0)$, $(1, 0)$, $(2, 1)$; $y$ is $0, 1, 1, 0$.',
    'Ligne par ligne, $a = Wx + c$ vaut $(0, -1)$, $(1, 0)$, $(1, 0)$, $(2, 1)$ ; $h$ vaut $(0, 0)$, $(1, 0)$, $(1, 0)$, $(2, 1)$ ; $y$ vaut $0, 1, 1, 0$.',
  ],
  ['Three kinks', 'Trois points anguleux'],
  [
    '$(0,0)$ has $a_1 = 0$; $(0,1)$ and $(1,0)$ have $a_2 = 0$. Only $(1,1)$ has a derivative in the strict sense. At the others the graph uses the slope $0$ and warns.',
    'En $(0,0)$, on a $a_1 = 0$ ; en $(0,1)$ et en $(1,0)$, $a_2 = 0$. Il n’y a de dérivée au sens strict qu’en $(1,1)$. Ailleurs, le graphe utilise la pente $0$ et avertit.',
  ],
  [
    'For the input $(0, 1)$: what is the slope of $y$ when $x_1$ grows a little, and when it falls a little?',
    'Pour l’entrée $(0, 1)$ : quelle est la pente de $y$ quand $x_1$ augmente un peu, et quand il diminue un peu ?',
  ],
  [
    'Upwards both units are active: $1 - 2 = -1$. Downwards only the first is: $1$, so $y$ falls both ways. There is no derivative; the graph, with slope $0$ for the second unit, says $1$.',
    'Vers le haut, les deux unités sont actives : $1 - 2 = -1$. Vers le bas, seule la première l’est : $1$, donc $y$ descend des deux côtés. Il n’y a pas de dérivée ; le graphe, avec la pente $0$ pour la seconde unité, dit $1$.',
  ],
  ['Why a straight line does not do it', 'Pourquoi une droite ne suffit pas'],
  [
    tex`A linear $y = w^{\top}x + b$ with $y = 0, 1, 1, 0$ would need $b = 0$, $w_1 = w_2 = 1$ and $w_1 + w_2 = 0$. The hidden layer moves $(0,1)$ and $(1,0)$ to the same point $h = (1, 0)$, and then a plane is enough.`,
    tex`Un $y = w^{\top}x + b$ affine avec $y = 0, 1, 1, 0$ exigerait $b = 0$, $w_1 = w_2 = 1$ et $w_1 + w_2 = 0$. La couche cachée envoie $(0,1)$ et $(1,0)$ au même point $h = (1, 0)$, et alors un plan suffit.`,
  ],
];
