/**
 * Case 6 of the lecture, a linear layer and a loss, in French.
 */
import { type Translation, tex } from './translation';

export const case6: readonly Translation[] = [
  ['Case 6: vector to vector to scalar', 'Cas 6 : d’un vecteur à un vecteur, puis à un scalaire'],
  [
    tex`$q = Wx$, then $z = \lVert q \rVert^2$: a linear layer and a loss, the smallest network there is. $q = (0.22, 0.26)$ and $z = 0.116$.

Backpropagation pulls the row $\dfrac{\partial z}{\partial q} = 2q^{\top} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}$ back through the wires: $\dfrac{\partial z}{\partial x} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W = \begin{bmatrix} -0.112 & 0.636 \end{bmatrix}$. The row stands on the left, and $W$ is not transposed.

Trap: "make the dimensions match". $\begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W^{\top} = \begin{bmatrix} 0.304 & 0.284 \end{bmatrix}$ fits as well, since $W$ is square, and it is wrong.

With respect to the matrix $W$ the Jacobian is a row of four numbers, $W$ read by rows. Folded to the shape of $W$ it is $\begin{bmatrix} 0.088 & 0.176 \\ 0.104 & 0.208 \end{bmatrix}$, what a program calls the gradient of $W$.`,
    tex`$q = Wx$, puis $z = \lVert q \rVert^2$ : une couche linéaire et une perte, le plus petit réseau qui soit. $q = (0.22, 0.26)$ et $z = 0.116$.

La rétropropagation ramène la ligne $\dfrac{\partial z}{\partial q} = 2q^{\top} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}$ en arrière à travers les fils : $\dfrac{\partial z}{\partial x} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W = \begin{bmatrix} -0.112 & 0.636 \end{bmatrix}$. La ligne est à gauche, et $W$ n’est pas transposée.

Piège : « faire coller les dimensions ». $\begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W^{\top} = \begin{bmatrix} 0.304 & 0.284 \end{bmatrix}$ convient aussi, puisque $W$ est carrée, et c’est faux.

Par rapport à la matrice $W$, la jacobienne est une ligne de quatre nombres, $W$ étant lue par lignes. Repliée à la forme de $W$, c’est $\begin{bmatrix} 0.088 & 0.176 \\ 0.104 & 0.208 \end{bmatrix}$, ce qu’un programme appelle le gradient de $W$.`,
  ],
  [
    'q = Wx, z = ‖q‖²: rows are pulled back, and why matching dimensions is not enough',
    'q = Wx, z = ‖q‖² : on ramène des lignes en arrière, et accorder les dimensions ne suffit pas',
  ],
  [
    tex`$q = Wx = \begin{bmatrix} 0.1 & 0.5 \\ -0.3 & 0.8 \end{bmatrix}\begin{bmatrix} 0.2 \\ 0.4 \end{bmatrix} = \begin{bmatrix} 0.22 \\ 0.26 \end{bmatrix}$ and $z = 0.22^2 + 0.26^2 = 0.116$.`,
    tex`$q = Wx = \begin{bmatrix} 0.1 & 0.5 \\ -0.3 & 0.8 \end{bmatrix}\begin{bmatrix} 0.2 \\ 0.4 \end{bmatrix} = \begin{bmatrix} 0.22 \\ 0.26 \end{bmatrix}$ et $z = 0.22^2 + 0.26^2 = 0.116$.`,
  ],
  ['What each wire carries', 'Ce que porte chaque fil'],
  [
    tex`$z$ by $q$: the row $2q^{\top} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}$. $q$ by $x$: the matrix $W$ itself. $q$ by $W$: $I \otimes x^{\top} = \begin{bmatrix} 0.2 & 0.4 & 0 & 0 \\ 0 & 0 & 0.2 & 0.4 \end{bmatrix}$, two rows for $q$ and four columns for the entries of $W$ by rows.`,
    tex`$z$ par rapport à $q$ : la ligne $2q^{\top} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}$. $q$ par rapport à $x$ : la matrice $W$ elle-même. $q$ par rapport à $W$ : $I \otimes x^{\top} = \begin{bmatrix} 0.2 & 0.4 & 0 & 0 \\ 0 & 0 & 0.2 & 0.4 \end{bmatrix}$, deux lignes pour $q$ et quatre colonnes pour les coefficients de $W$ lus par lignes.`,
  ],
  ['The row comes back through W', 'La ligne revient à travers W'],
  [
    tex`$\dfrac{\partial z}{\partial x} = \dfrac{\partial z}{\partial q} \cdot \dfrac{\partial q}{\partial x} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}\begin{bmatrix} 0.1 & 0.5 \\ -0.3 & 0.8 \end{bmatrix} = \begin{bmatrix} -0.112 & 0.636 \end{bmatrix}$.`,
    tex`$\dfrac{\partial z}{\partial x} = \dfrac{\partial z}{\partial q} \cdot \dfrac{\partial q}{\partial x} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}\begin{bmatrix} 0.1 & 0.5 \\ -0.3 & 0.8 \end{bmatrix} = \begin{bmatrix} -0.112 & 0.636 \end{bmatrix}$.`,
  ],
  [
    tex`Written with columns, this is $W^{\top}(\partial z/\partial q)^{\top}$. Is the $W^{\top}$ seen in so many programs wrong, then?`,
    tex`Écrit avec des colonnes, c’est $W^{\top}(\partial z/\partial q)^{\top}$. Le $W^{\top}$ qu’on voit dans tant de programmes est-il donc faux ?`,
  ],
  [
    tex`No: it is the same statement transposed as a whole, $(uW)^{\top} = W^{\top}u^{\top}$. The column $W^{\top}u^{\top} = (-0.112, 0.636)$ holds the same numbers. Wrong is only to mix the two: a row times $W^{\top}$.`,
    tex`Non : c’est le même énoncé, transposé en entier, $(uW)^{\top} = W^{\top}u^{\top}$. La colonne $W^{\top}u^{\top} = (-0.112, 0.636)$ contient les mêmes nombres. Seul le mélange des deux est faux : une ligne fois $W^{\top}$.`,
  ],
  ['The trap: it fits and is wrong', 'Le piège : cela convient, et c’est faux'],
  [
    tex`$\begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W^{\top} = \begin{bmatrix} 0.304 & 0.284 \end{bmatrix}$ has the right shape. Ask the function itself: with $x_1 = 0.201$ in place of $0.2$, $z$ falls from $0.116$ to $0.1158881$. The slope is about $-0.112$, not $+0.304$.`,
    tex`$\begin{bmatrix} 0.44 & 0.52 \end{bmatrix} W^{\top} = \begin{bmatrix} 0.304 & 0.284 \end{bmatrix}$ a la bonne taille. Interrogez la fonction elle-même : avec $x_1 = 0.201$ à la place de $0.2$, $z$ tombe de $0.116$ à $0.1158881$. La pente est d’environ $-0.112$, et non $+0.304$.`,
  ],
  [
    'For which sizes of $W$ would the dimensions have warned you?',
    'Pour quelles tailles de $W$ les dimensions vous auraient-elles alerté ?',
  ],
  [
    tex`For every $W$ that is not square: with $W$ of size $m \times n$ and $m \neq n$, a row of $m$ numbers times $W^{\top}$ ($n \times m$) does not fit. Square examples hide the error.`,
    tex`Pour toute matrice $W$ qui n’est pas carrée : avec $W$ de taille $m \times n$ et $m \neq n$, une ligne de $m$ nombres fois $W^{\top}$ ($n \times m$) n’est pas un produit possible. Les exemples carrés cachent l’erreur.`,
  ],
  ['The gradient of a matrix', 'Le gradient d’une matrice'],
  [
    tex`$\dfrac{\partial z}{\partial W} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}(I \otimes x^{\top}) = \begin{bmatrix} 0.088 & 0.176 & 0.104 & 0.208 \end{bmatrix}$. Folded by rows: $\begin{bmatrix} 0.088 & 0.176 \\ 0.104 & 0.208 \end{bmatrix} = \left(\dfrac{\partial z}{\partial q}\right)^{\!\top} x^{\top}$, column times row.`,
    tex`$\dfrac{\partial z}{\partial W} = \begin{bmatrix} 0.44 & 0.52 \end{bmatrix}(I \otimes x^{\top}) = \begin{bmatrix} 0.088 & 0.176 & 0.104 & 0.208 \end{bmatrix}$. Repliée par lignes : $\begin{bmatrix} 0.088 & 0.176 \\ 0.104 & 0.208 \end{bmatrix} = \left(\dfrac{\partial z}{\partial q}\right)^{\!\top} x^{\top}$, colonne fois ligne.`,
  ],
  [
    tex`Which transpose remains in the step $W \leftarrow W - \eta\,\Delta$?`,
    tex`Quelle transposée reste-t-il dans le pas $W \leftarrow W - \eta\,\Delta$ ?`,
  ],
  [
    tex`Values are columns and gradients are rows: $\operatorname{vec} W \leftarrow \operatorname{vec} W - \eta\,(\partial z/\partial W)^{\top}$. Folded to the shape of $W$ it is already turned, so $\Delta$ is the folded matrix as it stands.`,
    tex`Les valeurs sont des colonnes et les gradients sont des lignes : $\operatorname{vec} W \leftarrow \operatorname{vec} W - \eta\,(\partial z/\partial W)^{\top}$. Repliée à la forme de $W$, la ligne est déjà retournée ; $\Delta$ est donc la matrice repliée telle quelle.`,
  ],
];
