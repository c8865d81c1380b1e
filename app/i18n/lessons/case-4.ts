/**
 * Case 4 of the lecture, a vector to a vector, in French.
 */
import { type Translation, tex } from './translation';

export const case4: readonly Translation[] = [
  ['Case 4: vector to vector', 'Cas 4 : d’un vecteur à un vecteur'],
  [
    tex`Polar to Cartesian coordinates: $p = (r, \theta)$ goes in, $y = (r\cos\theta,\ r\sin\theta)$ comes out, at $r = 2$, $\theta = \pi/6$.

The Jacobian is a matrix, $J_{ij} = \partial y_i/\partial p_j$: row $i$ is the gradient of component $i$, column $j$ the effect of input $j$. Here $J = \begin{bmatrix} \cos\theta & -r\sin\theta \\ \sin\theta & r\cos\theta \end{bmatrix} = \begin{bmatrix} 0.8660254 & -1 \\ 0.5 & 1.7320508 \end{bmatrix}$.

Its determinant is $r = 2$: the factor of area, the $r$ in $dx\,dy = r\,dr\,d\theta$.

Trap: the transpose. It has the same determinant and the same shape, so nothing protests; but its columns are no longer the directions in which the point moves.

The lecture's slide prints $J_{ij} = \partial y_j/\partial x_i$. That is a slip: it contradicts $dy = J\,dx$, which needs $J_{ij} = \partial y_i/\partial x_j$.`,
    tex`Des coordonnées polaires aux cartésiennes : $p = (r, \theta)$ entre, $y = (r\cos\theta,\ r\sin\theta)$ sort, en $r = 2$, $\theta = \pi/6$.

La jacobienne est une matrice, $J_{ij} = \partial y_i/\partial p_j$ : la ligne $i$ est le gradient de la composante $i$, la colonne $j$ est l’effet de l’entrée $j$. Ici $J = \begin{bmatrix} \cos\theta & -r\sin\theta \\ \sin\theta & r\cos\theta \end{bmatrix} = \begin{bmatrix} 0.8660254 & -1 \\ 0.5 & 1.7320508 \end{bmatrix}$.

Son déterminant est $r = 2$ : le facteur d’aire, le $r$ de $dx\,dy = r\,dr\,d\theta$.

Piège : la transposée. Elle a le même déterminant et la même taille, donc rien ne proteste ; mais ses colonnes ne sont plus les directions dans lesquelles le point se déplace.

La diapositive du cours affiche $J_{ij} = \partial y_j/\partial x_i$. C’est une coquille : cela contredit $dy = J\,dx$, qui exige $J_{ij} = \partial y_i/\partial x_j$.`,
  ],
  [
    'Polar to Cartesian at (2, π/6): a 2×2 Jacobian whose determinant is r',
    'Des coordonnées polaires aux cartésiennes en (2, π/6) : une jacobienne 2×2 de déterminant r',
  ],
  ['A point in polar coordinates', 'Un point en coordonnées polaires'],
  [
    tex`$p = (r, \theta) = (2, \pi/6)$ is the point $y = (2\cos 30^\circ,\ 2\sin 30^\circ) \approx (1.732,\ 1)$.`,
    tex`$p = (r, \theta) = (2, \pi/6)$ est le point $y = (2\cos 30^\circ,\ 2\sin 30^\circ) \approx (1.732,\ 1)$.`,
  ],
  ['Rows: one gradient for each output', 'Les lignes : un gradient par sortie'],
  [
    tex`The target is a vector now, so every gradient has two rows. At $p$ stands the whole Jacobian $\begin{bmatrix} 0.8660 & -1 \\ 0.5 & 1.7321 \end{bmatrix}$; its first row is the gradient of $y_1$, its second the gradient of $y_2$.`,
    tex`La cible est maintenant un vecteur, donc chaque gradient a deux lignes. En $p$ se trouve la jacobienne entière $\begin{bmatrix} 0.8660 & -1 \\ 0.5 & 1.7321 \end{bmatrix}$ ; sa première ligne est le gradient de $y_1$, la seconde celui de $y_2$.`,
  ],
  ['Columns: where the point goes', 'Les colonnes : où va le point'],
  [
    tex`$dy = J\,dp$. Change the radius only, $dp = (1, 0)$: the point moves outwards, by column 1, $(0.866, 0.5)$. Change the angle only, $dp = (0, 1)$: it moves along the circle, by column 2, $(-1, 1.732)$, of length $r = 2$.`,
    tex`$dy = J\,dp$. Ne changez que le rayon, $dp = (1, 0)$ : le point s’éloigne du centre, selon la colonne 1, $(0.866, 0.5)$. Ne changez que l’angle, $dp = (0, 1)$ : il se déplace le long du cercle, selon la colonne 2, $(-1, 1.732)$, de longueur $r = 2$.`,
  ],
  [
    tex`The slide prints $J_{ij} = \partial y_j/\partial x_i$. What would $J\,dp$ say for $dp = (0, 1)$ with that matrix?`,
    tex`La diapositive affiche $J_{ij} = \partial y_j/\partial x_i$. Que dirait $J\,dp$ pour $dp = (0, 1)$ avec cette matrice ?`,
  ],
  [
    '$(0.5, 1.732)$: the second row instead of the second column. That is not the tangent of the circle at this point, so the indices on the slide are swapped.',
    '$(0.5, 1.732)$ : la seconde ligne au lieu de la seconde colonne. Ce n’est pas la tangente au cercle en ce point ; les indices de la diapositive sont donc échangés.',
  ],
  ['The wires multiply and add', 'Les fils multiplient et additionnent'],
  [
    tex`The small matrices on the wires give the big one. Entry $(1, 2)$, for instance, follows the path $\theta \to c \to y_1$: $\dfrac{\partial y_1}{\partial c} \cdot \dfrac{\partial c}{\partial \theta} = r \cdot (-\sin\theta) = 2 \cdot (-0.5) = -1$.`,
    tex`Les petites matrices des fils donnent la grande. Le coefficient $(1, 2)$, par exemple, suit le chemin $\theta \to c \to y_1$ : $\dfrac{\partial y_1}{\partial c} \cdot \dfrac{\partial c}{\partial \theta} = r \cdot (-\sin\theta) = 2 \cdot (-0.5) = -1$.`,
  ],
  ['The determinant', 'Le déterminant'],
  [
    tex`$\det J = 0.8660 \cdot 1.7321 - (-1) \cdot 0.5 = 1.5 + 0.5 = 2 = r$. A small rectangle $dr \times d\theta$ becomes a patch of area $r\,dr\,d\theta$.`,
    tex`$\det J = 0.8660 \cdot 1.7321 - (-1) \cdot 0.5 = 1.5 + 0.5 = 2 = r$. Un petit rectangle $dr \times d\theta$ devient un morceau de plan d’aire $r\,dr\,d\theta$.`,
  ],
  ['What happens at $r = 0$?', 'Que se passe-t-il en $r = 0$ ?'],
  [
    tex`$\det J = 0$: the second column vanishes. At the origin a turn of the angle moves nothing, and the angle cannot be found back from the point.`,
    tex`$\det J = 0$ : la seconde colonne s’annule. À l’origine, changer l’angle ne déplace rien, et on ne peut pas retrouver l’angle à partir du point.`,
  ],
];
