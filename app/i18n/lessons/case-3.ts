/**
 * Case 3 of the lecture, a vector to a number, in French.
 */
import { type Translation, tex } from './translation';

export const case3: readonly Translation[] = [
  ['Case 3: vector to scalar', 'Cas 3 : d’un vecteur à un scalaire'],
  [
    tex`$y = x_1^2 x_2 + 3 x_2$ at $x = (2, 1)$: a column of two numbers goes in, one number, $7$, comes out.

The Jacobian is $1 \times 2$, the row $\begin{bmatrix}4 & 7\end{bmatrix}$: this row is the gradient. Then $dy = \begin{bmatrix}4 & 7\end{bmatrix} dx$ is a row times a column, and needs no transpose.

The formula is drawn as a graph, so the row is found wire by wire. Two wires leave $x_2$, and what comes back along them is *added*.

Trap 1: a gradient written as a column does not fit in front of $dx$. Trap 2: a path forgotten gives $4$ or $3$ in the place of $7$.

(The lecture's slide has the sign of $f(x+h) - f(x)$ the wrong way round in the definition of the gradient.)`,
    tex`$y = x_1^2 x_2 + 3 x_2$ en $x = (2, 1)$ : une colonne de deux nombres entre, un nombre, $7$, sort.

La jacobienne est de taille $1 \times 2$, c’est la ligne $\begin{bmatrix}4 & 7\end{bmatrix}$ : cette ligne est le gradient. Alors $dy = \begin{bmatrix}4 & 7\end{bmatrix} dx$ est une ligne fois une colonne, et ne demande aucune transposition.

La formule est dessinée comme un graphe, on trouve donc la ligne fil par fil. Deux fils partent de $x_2$, et ce qui revient le long de ces fils *s’additionne*.

Piège 1 : un gradient écrit en colonne ne peut pas se placer devant $dx$. Piège 2 : un chemin oublié donne $4$ ou $3$ à la place de $7$.

(Dans la définition du gradient, la diapositive du cours a le signe de $f(x+h) - f(x)$ à l’envers.)`,
  ],
  [
    'y = x₁²x₂ + 3x₂ at (2, 1): the gradient is the row [4 7]',
    'y = x₁²x₂ + 3x₂ en (2, 1) : le gradient est la ligne [4 7]',
  ],
  ['A formula is a graph', 'Une formule est un graphe'],
  [
    tex`$x = (2, 1)$ is taken apart into $x_1 = 2$ and $x_2 = 1$. Then $s = x_1^2 = 4$, $p = s\,x_2 = 4$, $q = 3x_2 = 3$ and $y = p + q = 7$.`,
    tex`$x = (2, 1)$ se décompose en $x_1 = 2$ et $x_2 = 1$. Ensuite $s = x_1^2 = 4$, $p = s\,x_2 = 4$, $q = 3x_2 = 3$ et $y = p + q = 7$.`,
  ],
  ['The gradient is a row', 'Le gradient est une ligne'],
  [
    tex`$\dfrac{\partial y}{\partial x} = \begin{bmatrix} 2x_1x_2 & x_1^2 + 3 \end{bmatrix} = \begin{bmatrix} 4 & 7 \end{bmatrix}$: one row, since $y$ is one number; two columns, since $x$ has two components. $x$ itself is a column.`,
    tex`$\dfrac{\partial y}{\partial x} = \begin{bmatrix} 2x_1x_2 & x_1^2 + 3 \end{bmatrix} = \begin{bmatrix} 4 & 7 \end{bmatrix}$ : une ligne, puisque $y$ est un seul nombre ; deux colonnes, puisque $x$ a deux composantes. $x$ lui-même est une colonne.`,
  ],
  [
    tex`What are the shapes in $dy = \dfrac{\partial y}{\partial x}\,dx$?`,
    tex`Quelles sont les tailles dans $dy = \dfrac{\partial y}{\partial x}\,dx$ ?`,
  ],
  [
    tex`$(1 \times 1) = (1 \times 2)(2 \times 1)$. As a column, the gradient would be $(2 \times 1)(2 \times 1)$: no product at all.`,
    tex`$(1 \times 1) = (1 \times 2)(2 \times 1)$. En colonne, le gradient donnerait $(2 \times 1)(2 \times 1)$ : il n’y a pas de produit du tout.`,
  ],
  ['Two paths from one node', 'Deux chemins depuis un nœud'],
  [
    tex`$x_2$ is used twice. Along the wire to $p$ comes $1 \cdot x_1^2 = 4$, along the wire to $q$ comes $1 \cdot 3 = 3$. The chain rule adds them: $4 + 3 = 7$.`,
    tex`$x_2$ sert deux fois. Par le fil vers $p$ revient $1 \cdot x_1^2 = 4$, par le fil vers $q$ revient $1 \cdot 3 = 3$. La règle de la chaîne les additionne : $4 + 3 = 7$.`,
  ],
  ['A differential is a direction', 'Une différentielle est une direction'],
  [
    'With $dx = (1, 0)$ one finds $dy = 4$, with $dx = (0, 1)$ one finds $dy = 7$, with $dx = (1, -1)$ one finds $dy = 4 - 7 = -3$.',
    'Avec $dx = (1, 0)$ on trouve $dy = 4$, avec $dx = (0, 1)$ on trouve $dy = 7$, avec $dx = (1, -1)$ on trouve $dy = 4 - 7 = -3$.',
  ],
  [
    tex`In which direction $dx \neq 0$ does $y$ not change, to first order?`,
    tex`Dans quelle direction $dx \neq 0$ la valeur de $y$ ne change-t-elle pas, au premier ordre ?`,
  ],
  [
    tex`Where $4\,dx_1 + 7\,dx_2 = 0$: along $(7, -4)$, at a right angle to the gradient.`,
    tex`Là où $4\,dx_1 + 7\,dx_2 = 0$ : le long de $(7, -4)$, à angle droit du gradient.`,
  ],
];
