/**
 * Case 5 of the lecture, two maps between vectors, in French.
 */
import { type Translation, tex } from './translation';

export const case5: readonly Translation[] = [
  ['Case 5: vector to vector to vector', 'Cas 5 : d’un vecteur à un vecteur, puis à un vecteur'],
  [
    tex`First $f(x) = (x_1^2 - x_2^2,\ 2x_1x_2,\ x_1^2 + x_2^2) = (u, v, w)$, then $g(u, v, w) = (u + v,\ v + w)$, at $x = (1, 2)$.

$J_f = \begin{bmatrix} 2 & -4 \\ 4 & 2 \\ 2 & 4 \end{bmatrix}$ is $3 \times 2$, $J_g = \begin{bmatrix} 1 & 1 & 0 \\ 0 & 1 & 1 \end{bmatrix}$ is $2 \times 3$.

The later function stands on the left: $J = J_g J_f = \begin{bmatrix} 6 & -2 \\ 6 & 6 \end{bmatrix}$, $2 \times 2$, as it must be for a map from $\mathbb{R}^2$ to $\mathbb{R}^2$.

Trap: $J_f J_g$ "fits" too. It is $3 \times 3$, and it is wrong. That the inner dimensions agree proves nothing.

Since $g$ is linear, $g = G f$ with a constant matrix $G$, its Jacobian is $G$ at every point.`,
    tex`D’abord $f(x) = (x_1^2 - x_2^2,\ 2x_1x_2,\ x_1^2 + x_2^2) = (u, v, w)$, puis $g(u, v, w) = (u + v,\ v + w)$, en $x = (1, 2)$.

$J_f = \begin{bmatrix} 2 & -4 \\ 4 & 2 \\ 2 & 4 \end{bmatrix}$ est de taille $3 \times 2$, $J_g = \begin{bmatrix} 1 & 1 & 0 \\ 0 & 1 & 1 \end{bmatrix}$ de taille $2 \times 3$.

La fonction appliquée en dernier est à gauche : $J = J_g J_f = \begin{bmatrix} 6 & -2 \\ 6 & 6 \end{bmatrix}$, de taille $2 \times 2$, comme il se doit pour une application de $\mathbb{R}^2$ dans $\mathbb{R}^2$.

Piège : $J_f J_g$ « convient » aussi. Ce produit est de taille $3 \times 3$, et il est faux. Que les dimensions intérieures s’accordent ne prouve rien.

Comme $g$ est linéaire, $g = G f$ avec une matrice constante $G$, sa jacobienne est $G$ en tout point.`,
  ],
  [
    'g∘f at (1, 2): the later Jacobian stands on the left. The other order fits too, and is wrong',
    'g∘f en (1, 2) : la jacobienne appliquée en dernier est à gauche. L’autre ordre convient aussi, et il est faux',
  ],
  ['Through ℝ³ and back', 'Un détour par ℝ³'],
  [
    tex`$x = (1, 2)$ gives $f = (u, v, w) = (-3, 4, 5)$, and $g = (u + v,\ v + w) = (1, 9)$.`,
    tex`$x = (1, 2)$ donne $f = (u, v, w) = (-3, 4, 5)$, et $g = (u + v,\ v + w) = (1, 9)$.`,
  ],
  ['The later Jacobian', 'La jacobienne appliquée en dernier'],
  [
    tex`The wire from $f$ to $g$ carries $J_g = G = \begin{bmatrix} 1 & 1 & 0 \\ 0 & 1 & 1 \end{bmatrix}$: two rows for the components of $g$, three columns for those of $f$.`,
    tex`Le fil de $f$ à $g$ porte $J_g = G = \begin{bmatrix} 1 & 1 & 0 \\ 0 & 1 & 1 \end{bmatrix}$ : deux lignes pour les composantes de $g$, trois colonnes pour celles de $f$.`,
  ],
  ['The earlier Jacobian', 'La jacobienne appliquée en premier'],
  [
    tex`Make $f$ the target: at $x$ appears $J_f = \begin{bmatrix} 2x_1 & -2x_2 \\ 2x_2 & 2x_1 \\ 2x_1 & 2x_2 \end{bmatrix} = \begin{bmatrix} 2 & -4 \\ 4 & 2 \\ 2 & 4 \end{bmatrix}$. Then make $g$ the target again.`,
    tex`Prenez $f$ pour cible : en $x$ apparaît $J_f = \begin{bmatrix} 2x_1 & -2x_2 \\ 2x_2 & 2x_1 \\ 2x_1 & 2x_2 \end{bmatrix} = \begin{bmatrix} 2 & -4 \\ 4 & 2 \\ 2 & 4 \end{bmatrix}$. Puis reprenez $g$ pour cible.`,
  ],
  ['The product, the later factor on the left', 'Le produit, le facteur appliqué en dernier à gauche'],
  [
    tex`At $x$ stands $J = J_g J_f = \begin{bmatrix} 2 + 4 & -4 + 2 \\ 4 + 2 & 2 + 4 \end{bmatrix} = \begin{bmatrix} 6 & -2 \\ 6 & 6 \end{bmatrix}$. Read it from right to left, as the data flow: $dg = J_g\,(J_f\,dx)$.`,
    tex`En $x$ se trouve $J = J_g J_f = \begin{bmatrix} 2 + 4 & -4 + 2 \\ 4 + 2 & 2 + 4 \end{bmatrix} = \begin{bmatrix} 6 & -2 \\ 6 & 6 \end{bmatrix}$. Lisez-le de droite à gauche, dans le sens des données : $dg = J_g\,(J_f\,dx)$.`,
  ],
  ['A product that fits and is wrong', 'Un produit qui convient et qui est faux'],
  [
    tex`$(3 \times 2)(2 \times 3)$ fits as well: $J_f J_g = \begin{bmatrix} 2 & -2 & -4 \\ 4 & 6 & 2 \\ 2 & 6 & 4 \end{bmatrix}$. It is $3 \times 3$, but $g$ has two components and $x$ has two.`,
    tex`$(3 \times 2)(2 \times 3)$ convient aussi : $J_f J_g = \begin{bmatrix} 2 & -2 & -4 \\ 4 & 6 & 2 \\ 2 & 6 & 4 \end{bmatrix}$. Ce produit est de taille $3 \times 3$, mais $g$ a deux composantes et $x$ en a deux.`,
  ],
  [
    'Which check would have shown it at once, before any number is computed?',
    'Quelle vérification l’aurait montré tout de suite, avant de calculer le moindre nombre ?',
  ],
  [
    tex`The outer dimensions: $\partial g/\partial x$ has as many rows as $g$ and as many columns as $x$, so $2 \times 2$. And $J_f J_g\,dx$ would feed a change of $x$ to $g$, which takes $(u, v, w)$.`,
    tex`Les dimensions extérieures : $\partial g/\partial x$ a autant de lignes que $g$ a de composantes et autant de colonnes que $x$ en a, donc $2 \times 2$. Et $J_f J_g\,dx$ ferait entrer une variation de $x$ dans $g$, qui attend $(u, v, w)$.`,
  ],
];
