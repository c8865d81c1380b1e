/**
 * Graphs of one vector, in French.
 */
import { type Translation, tex } from './translation';

export const quadratic: readonly Translation[] = [
  ['A quadratic function', 'Une fonction quadratique'],
  [
    tex`$y = 2\,x^{\top}x$ at $x = (0, 1, 2, 3)$: $x^{\top}x = 14$ and $y = 28$.

The gradient is the row $4x^{\top} = \begin{bmatrix} 0 & 4 & 8 & 12 \end{bmatrix}$.

$x$ enters the dot product twice. Each of the two wires carries $x^{\top}$, and only their sum is $2x^{\top}$.

Trap: the factor $2$ of the square lost. $\begin{bmatrix} 0 & 2 & 4 & 6 \end{bmatrix}$ is what one of the two wires brings back alone.`,
    tex`$y = 2\,x^{\top}x$ en $x = (0, 1, 2, 3)$ : $x^{\top}x = 14$ et $y = 28$.

Le gradient est la ligne $4x^{\top} = \begin{bmatrix} 0 & 4 & 8 & 12 \end{bmatrix}$.

$x$ entre deux fois dans le produit scalaire. Chacun des deux fils porte $x^{\top}$, et seule leur somme est $2x^{\top}$.

Piège : le facteur $2$ du carré perdu. $\begin{bmatrix} 0 & 2 & 4 & 6 \end{bmatrix}$ est ce que rapporte un seul des deux fils.`,
  ],
  [
    '2xᵀx at (0, 1, 2, 3): where the 2 of the square comes from',
    '2xᵀx en (0, 1, 2, 3) : d’où vient le 2 du carré',
  ],
  [
    tex`$s = x^{\top}x = 0 + 1 + 4 + 9 = 14$, $y = 2s = 28$.`,
    tex`$s = x^{\top}x = 0 + 1 + 4 + 9 = 14$, $y = 2s = 28$.`,
  ],
  ['Each wire brings half', 'Chaque fil rapporte la moitié'],
  [
    tex`Through one operand of the dot product comes $2 \cdot x^{\top} = \begin{bmatrix} 0 & 2 & 4 & 6 \end{bmatrix}$, through the other the same. Together $\begin{bmatrix} 0 & 4 & 8 & 12 \end{bmatrix}$.`,
    tex`Par un opérande du produit scalaire revient $2 \cdot x^{\top} = \begin{bmatrix} 0 & 2 & 4 & 6 \end{bmatrix}$, par l’autre la même chose. Ensemble $\begin{bmatrix} 0 & 4 & 8 & 12 \end{bmatrix}$.`,
  ],
  [
    'Where is the gradient zero, and what does that say?',
    'Où le gradient est-il nul, et qu’est-ce que cela nous apprend ?',
  ],
  [
    tex`Only at $x = 0$. There $y = 0$ is the minimum, since $y = 2\lVert x \rVert^2 \ge 0$.`,
    tex`Seulement en $x = 0$. Là, $y = 0$ est le minimum, puisque $y = 2\lVert x \rVert^2 \ge 0$.`,
  ],
];

export const relu: readonly Translation[] = [
  ['ReLU on a vector', 'ReLU sur un vecteur'],
  [
    tex`$y = \operatorname{relu}(x)$ on $x = (1, -2, 3, -1)$ keeps what is positive: $y = (1, 0, 3, 0)$.

Its Jacobian is diagonal, $D(1, 0, 1, 0)$: each output depends on its own input only, with slope $1$ or $0$.

A row that comes back, here $\begin{bmatrix} 4 & -1 & 5 & 9 \end{bmatrix}$, passes where the input was positive: $\begin{bmatrix} 4 & 0 & 5 & 0 \end{bmatrix}$.

Trap: what decides is the sign of the *input* $x$, not the sign of what comes back. The $-1$ is stopped since $x_2 < 0$, the $9$ since $x_4 < 0$.`,
    tex`$y = \operatorname{relu}(x)$ sur $x = (1, -2, 3, -1)$ garde ce qui est positif : $y = (1, 0, 3, 0)$.

Sa jacobienne est diagonale, $D(1, 0, 1, 0)$ : chaque sortie ne dépend que de sa propre entrée, avec la pente $1$ ou $0$.

Une ligne qui revient, ici $\begin{bmatrix} 4 & -1 & 5 & 9 \end{bmatrix}$, passe là où l’entrée était positive : $\begin{bmatrix} 4 & 0 & 5 & 0 \end{bmatrix}$.

Piège : ce qui décide est le signe de l’*entrée* $x$, pas le signe de ce qui revient. Le $-1$ est arrêté parce que $x_2 < 0$, le $9$ parce que $x_4 < 0$.`,
  ],
  [
    'A diagonal Jacobian of ones and zeros: the row (4 −1 5 9) comes back as (4 0 5 0)',
    'Une jacobienne diagonale de uns et de zéros : la ligne (4 −1 5 9) devient (4 0 5 0) en revenant',
  ],
  ['A diagonal Jacobian', 'Une jacobienne diagonale'],
  [
    tex`The wire into the ReLU carries the $4 \times 4$ matrix $D(1, 0, 1, 0)$. Nobody needs to store it as a matrix: four numbers tell it all.`,
    tex`Le fil qui entre dans le ReLU porte $D(1, 0, 1, 0)$, une matrice $4 \times 4$. Inutile de la stocker comme une matrice : quatre nombres disent tout.`,
  ],
  ['The row passes or is stopped', 'La ligne passe ou est arrêtée'],
  [
    tex`$z = u^{\top}y$ is only there to send the row $u^{\top} = \begin{bmatrix} 4 & -1 & 5 & 9 \end{bmatrix}$ back. Times $D(1, 0, 1, 0)$ it is $\begin{bmatrix} 4 & 0 & 5 & 0 \end{bmatrix}$.`,
    tex`$z = u^{\top}y$ n’est là que pour renvoyer la ligne $u^{\top} = \begin{bmatrix} 4 & -1 & 5 & 9 \end{bmatrix}$. Multipliée par $D(1, 0, 1, 0)$, elle devient $\begin{bmatrix} 4 & 0 & 5 & 0 \end{bmatrix}$.`,
  ],
  [
    'What would change if $x_2$ were $0$ exactly?',
    'Qu’est-ce qui changerait si $x_2$ valait exactement $0$ ?',
  ],
  [
    'ReLU has a kink at $0$: slope $0$ from the left, $1$ from the right. The value used is $0$, so the row stays the same, with a warning.',
    'ReLU a un point anguleux en $0$ : pente $0$ à gauche, $1$ à droite. La valeur utilisée est $0$, donc la ligne reste la même, avec un avertissement.',
  ],
];

export const leastSquares: readonly Translation[] = [
  ['Least squares', 'Moindres carrés'],
  [
    tex`$E = \frac12\lVert Ax - b \rVert^2$: the line $x_1 + x_2 t$ is fitted to the points $(1, 1)$, $(2, 2)$, $(3, 2)$. The rows of $A$ are $(1, t)$.

At $x = 0$: $E = 4.5$ and the gradient is the row $(Ax - b)^{\top}A = \begin{bmatrix} -5 & -11 \end{bmatrix}$.

At the minimum the row is zero: $(Ax - b)^{\top}A = 0$, the normal equations. The solution is $x = (\frac23, \frac12)$, with $E = \frac1{12}$.

Trap: $E$ itself is not zero there. Three points are not on one line; what vanishes is the gradient, not the error.`,
    tex`$E = \frac12\lVert Ax - b \rVert^2$ : on ajuste la droite $x_1 + x_2 t$ aux points $(1, 1)$, $(2, 2)$, $(3, 2)$. Les lignes de $A$ sont $(1, t)$.

En $x = 0$ : $E = 4.5$ et le gradient est la ligne $(Ax - b)^{\top}A = \begin{bmatrix} -5 & -11 \end{bmatrix}$.

Au minimum, la ligne est nulle : $(Ax - b)^{\top}A = 0$, les équations normales. La solution est $x = (\frac23, \frac12)$, avec $E = \frac1{12}$.

Piège : l’erreur $E$, elle, n’y est pas nulle. Les trois points ne sont pas alignés ; ce qui s’annule est le gradient, pas l’erreur.`,
  ],
  [
    '½‖Ax − b‖²: at the minimum the gradient row is zero, not the error',
    '½‖Ax − b‖² : au minimum, c’est la ligne de gradient qui est nulle, pas l’erreur',
  ],
  ['At x = 0', 'En x = 0'],
  [tex`$Ax = 0$, so $E = \frac12(1 + 4 + 4) = 4.5$.`, tex`$Ax = 0$, donc $E = \frac12(1 + 4 + 4) = 4.5$.`],
  ['The row comes back through A', 'La ligne revient à travers A'],
  [
    tex`$\dfrac{\partial E}{\partial (Ax)} = (Ax - b)^{\top} = \begin{bmatrix} -1 & -2 & -2 \end{bmatrix}$. Times $A$: $\begin{bmatrix} -5 & -11 \end{bmatrix}$.`,
    tex`$\dfrac{\partial E}{\partial (Ax)} = (Ax - b)^{\top} = \begin{bmatrix} -1 & -2 & -2 \end{bmatrix}$. Fois $A$ : $\begin{bmatrix} -5 & -11 \end{bmatrix}$.`,
  ],
  ['Go to the minimum', 'Aller au minimum'],
  [
    tex`Set $x = (\frac23, \frac12)$, that is $0.6666666666666666$ and $0.5$. The gradient of $x$ vanishes (to the last digits of a float), and $E = \frac1{12} = 0.08333$.`,
    tex`Posez $x = (\frac23, \frac12)$, c’est-à-dire $0.6666666666666666$ et $0.5$. Le gradient de $x$ s’annule (aux derniers chiffres d’un flottant près), et $E = \frac1{12} = 0.08333$.`,
  ],
  [
    tex`The residual $Ax - b = (\frac16, -\frac13, \frac16)$ is not zero. What is special about it?`,
    tex`Le résidu $Ax - b = (\frac16, -\frac13, \frac16)$ n’est pas nul. Qu’a-t-il de particulier ?`,
  ],
  [
    tex`It is orthogonal to both columns of $A$: $\frac16 - \frac13 + \frac16 = 0$ and $\frac16 - \frac23 + \frac12 = 0$. That is the normal equations, read as geometry.`,
    tex`Il est orthogonal aux deux colonnes de $A$ : $\frac16 - \frac13 + \frac16 = 0$ et $\frac16 - \frac23 + \frac12 = 0$. Ce sont les équations normales, lues comme de la géométrie.`,
  ],
];
