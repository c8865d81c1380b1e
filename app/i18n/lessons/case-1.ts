/**
 * Case 1 of the lecture, one number to one number, in French.
 */
import { type Translation, tex } from './translation';

export const case1: readonly Translation[] = [
  ['Case 1: scalar to scalar', 'Cas 1 : d’un scalaire à un scalaire'],
  [
    tex`One number $x$ goes in, one number $y = x^2$ comes out.

The wire carries the local Jacobian of the square: here a single number, $f'(3) = 6$, the *local scale factor* of $dy = 6\,dx$.

What the differential leaves out is the remainder $r(h) = f(x+h) - f(x) - f'(x)\,h$. For the square it is exactly $r(h) = h^2$, which vanishes faster than $h$: that is what makes $6$ the derivative, and not any other number.

Trap: $6$ belongs to the point $3$. Move $x$ and the number on the wire moves with it.

The lecture's slide prints $f(x) - f(x+h) = \operatorname{grad} f(x) \cdot h + o(h)$. The sign of the left side is a slip: it is $f(x+h) - f(x)$.`,
    tex`Un nombre $x$ entre, un nombre $y = x^2$ sort.

Le fil porte la jacobienne locale du carré : ici un seul nombre, $f'(3) = 6$, le *facteur d’échelle local* de $dy = 6\,dx$.

Ce que la différentielle laisse de côté est le reste $r(h) = f(x+h) - f(x) - f'(x)\,h$. Pour le carré, c’est exactement $r(h) = h^2$, qui tend vers 0 plus vite que $h$ : c’est ce qui fait de $6$, et d’aucun autre nombre, la dérivée.

Piège : $6$ est attaché au point $3$. Déplacez $x$, et le nombre porté par le fil change avec lui.

La diapositive du cours affiche $f(x) - f(x+h) = \operatorname{grad} f(x) \cdot h + o(h)$. Le signe du membre de gauche est une coquille : il faut $f(x+h) - f(x)$.`,
  ],
  [
    'y = x² at 3: the derivative is a scale factor, and the remainder is h²',
    'y = x² en 3 : la dérivée est un facteur d’échelle, et le reste est h²',
  ],
  ['A value flows from left to right', 'Une valeur va de gauche à droite'],
  [
    '$x = 3$ enters, $y = x^2 = 9$ leaves. Change $x$ and watch $y$ follow.',
    '$x = 3$ entre, $y = x^2 = 9$ sort. Changez $x$ et regardez $y$ suivre.',
  ],
  ['The wire carries the derivative', 'Le fil porte la dérivée'],
  [
    tex`The Jacobian of a function from $\mathbb{R}$ to $\mathbb{R}$ is a $1 \times 1$ matrix, written as a number. Here $f'(x) = 2x$, so at $x = 3$ the wire carries $6$.`,
    tex`La jacobienne d’une fonction de $\mathbb{R}$ dans $\mathbb{R}$ est une matrice $1 \times 1$, qu’on écrit comme un nombre. Ici $f'(x) = 2x$, donc en $x = 3$ le fil porte $6$.`,
  ],
  ['What does the wire carry at $x = -1$?', 'Que porte le fil en $x = -1$ ?'],
  [
    tex`$2 \cdot (-1) = -2$. The derivative is taken at the point where the function is evaluated.`,
    tex`$2 \cdot (-1) = -2$. La dérivée se prend au point où la fonction est évaluée.`,
  ],
  ['Small changes are multiplied by 6', 'Les petites variations sont multipliées par 6'],
  [
    tex`The differential is linear: $dy = 6\,dx$. A change $dx$ of the input leaves the node as $6\,dx$. That is all that is known about $f$ near $3$, to first order.`,
    tex`La différentielle est linéaire : $dy = 6\,dx$. Une variation $dx$ de l’entrée ressort du nœud sous la forme $6\,dx$. C’est tout ce qu’on sait de $f$ près de $3$, au premier ordre.`,
  ],
  ['What is left over', 'Ce qui reste'],
  [
    tex`$r(h) = (3+h)^2 - 9 - 6h = h^2$, and $r(h)/h = h \to 0$. With any other slope $a$ in place of $6$, $r(h)/h$ would tend to $6 - a \neq 0$. (With the sign printed on the slide, $f(x) - f(x+h) - 6h = -12h - h^2$ is not $o(h)$.)`,
    tex`$r(h) = (3+h)^2 - 9 - 6h = h^2$, et $r(h)/h = h \to 0$. Avec toute autre pente $a$ à la place de $6$, $r(h)/h$ tendrait vers $6 - a \neq 0$. (Avec le signe imprimé sur la diapositive, $f(x) - f(x+h) - 6h = -12h - h^2$ n’est pas $o(h)$.)`,
  ],
  [
    'Set $x = 3.1$. By how much does $y$ grow, and which part of it is the remainder?',
    'Posez $x = 3.1$. De combien $y$ augmente-t-il, et quelle part en est le reste ?',
  ],
  [
    tex`$y = 9.61$: it grows by $0.61 = 6 \cdot 0.1 + 0.1^2$. The remainder is $0.01$.`,
    tex`$y = 9.61$ : l’augmentation est $0.61 = 6 \cdot 0.1 + 0.1^2$. Le reste est $0.01$.`,
  ],
];
