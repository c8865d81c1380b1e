/**
 * Orders, in French: of the remainder, and of the factors of a product.
 */
import { type Translation, tex } from './translation';

export const remainder: readonly Translation[] = [
  ['The remainder of the sine', 'Le reste du sinus'],
  [
    tex`$r(h) = \sin(x + h) - \sin x - h\cos x$ is what the differential of the sine leaves out. Here $x = 1$.

Taylor says $r(h) = -\frac12 \sin(x)\,h^2 + O(h^3)$, so $r/h^2$ tends to $-\frac12\sin 1 = -0.42073549$: the remainder is of second order.

With $h = 1$, $0.1$, $0.01$, $0.001$ the last node shows $-0.4724759$, $-0.4293855$, $-0.4216325$, $-0.4208255$.

Trap 1: a smaller $h$ is not always better. For $h = 10^{-8}$ the node shows $-0.297$: the digits of $r \approx -4 \cdot 10^{-17}$ are lost in the subtraction of numbers near $1$.

Trap 2: the lecture's slide has the difference the wrong way round, $f(x) - f(x+h)$. With that sign $r(h)/h$ would tend to $-2\cos 1 \neq 0$.`,
    tex`$r(h) = \sin(x + h) - \sin x - h\cos x$ est ce que la différentielle du sinus laisse de côté. Ici $x = 1$.

Selon Taylor, $r(h) = -\frac12 \sin(x)\,h^2 + O(h^3)$, donc $r/h^2$ tend vers $-\frac12\sin 1 = -0.42073549$ : le reste est du second ordre.

Avec $h = 1$, $0.1$, $0.01$, $0.001$, le dernier nœud affiche $-0.4724759$, $-0.4293855$, $-0.4216325$, $-0.4208255$.

Piège 1 : un $h$ plus petit n’est pas toujours meilleur. Pour $h = 10^{-8}$, le nœud affiche $-0.297$ : les chiffres de $r \approx -4 \cdot 10^{-17}$ se perdent dans la soustraction de nombres proches de $1$.

Piège 2 : la diapositive du cours a la différence à l’envers, $f(x) - f(x+h)$. Avec ce signe, $r(h)/h$ tendrait vers $-2\cos 1 \neq 0$.`,
  ],
  [
    'sin(x + h) − sin x − h cos x, divided by h²: what "second order" looks like in numbers',
    'sin(x + h) − sin x − h cos x, divisé par h² : à quoi ressemble le « second ordre » en nombres',
  ],
  ['Difference minus differential', 'La différence moins la différentielle'],
  [
    tex`$\Delta = \sin(x+h) - \sin x$ is what really happens, $h\cos x$ is what the differential says. $r$ is what is left: at $h = 0.1$ it is $-0.004294$.`,
    tex`$\Delta = \sin(x+h) - \sin x$ est ce qui se passe vraiment, $h\cos x$ est ce que dit la différentielle. $r$ est ce qui reste : en $h = 0.1$, c’est $-0.004294$.`,
  ],
  ['Divide by h²', 'Diviser par h²'],
  [
    tex`Set $h$ to $1$, $0.1$, $0.01$, $0.001$: $r$ falls by a factor of about $100$ at each step, and $r/h^2$ settles at $-\frac12\sin 1 = -0.42073549$.`,
    tex`Donnez à $h$ les valeurs $1$, $0.1$, $0.01$, $0.001$ : $r$ est divisé par environ $100$ à chaque fois, et $r/h^2$ se stabilise en $-\frac12\sin 1 = -0.42073549$.`,
  ],
  [
    tex`What would you see if the slope $\cos x$ were wrong by $0.01$?`,
    tex`Que verrait-on si la pente $\cos x$ était fausse de $0.01$ ?`,
  ],
  [
    tex`$r$ would contain $0.01\,h$, and $r/h^2$ would grow like $0.01/h$ instead of settling. This is how a gradient check finds a wrong derivative.`,
    tex`$r$ contiendrait $0.01\,h$, et $r/h^2$ croîtrait comme $0.01/h$ au lieu de se stabiliser. C’est ainsi qu’un contrôle de gradient trouve une dérivée fausse.`,
  ],
  ['When h is too small', 'Quand h est trop petit'],
  [
    'Set $h = 10^{-8}$. Two sines that agree in their first eight digits are subtracted, the result is off by about $10^{-16}$, and divided by $h^2 = 10^{-16}$ that is an error of order $1$. At $h = 10^{-5}$ all is well.',
    'Posez $h = 10^{-8}$. On soustrait deux sinus qui coïncident sur leurs huit premiers chiffres, le résultat est faux d’environ $10^{-16}$, et une fois divisé par $h^2 = 10^{-16}$, cela fait une erreur de l’ordre de $1$. En $h = 10^{-5}$, tout va bien.',
  ],
];

export const association: readonly Translation[] = [
  ['Where to put the brackets', 'Où placer les parenthèses'],
  [
    tex`A chain of four linear maps, $\mathbb{R}^{100} \to \mathbb{R}^{5} \to \mathbb{R}^{100} \to \mathbb{R}^{5} \to \mathbb{R}^{100}$. Its Jacobian is the product $J = A_4A_3A_2A_1$.

A product of matrices may be bracketed in any way: the result is the same, the work is not. Multiplying an $m \times n$ by an $n \times p$ matrix takes $mnp$ multiplications.

Forward, $A_4(A_3(A_2A_1))$, takes 150,000; reverse, $((A_4A_3)A_2)A_1$, takes 150,000 too; the best way, $(A_4(A_3A_2))A_1$, takes 55,000.

Trap: brackets may be moved, factors may not be exchanged. Matrix products are associative, not commutative.`,
    tex`Une chaîne de quatre applications linéaires, $\mathbb{R}^{100} \to \mathbb{R}^{5} \to \mathbb{R}^{100} \to \mathbb{R}^{5} \to \mathbb{R}^{100}$. Sa jacobienne est le produit $J = A_4A_3A_2A_1$.

On peut parenthéser un produit de matrices comme on veut : le résultat est le même, le travail non. Multiplier une matrice $m \times n$ par une matrice $n \times p$ demande $mnp$ multiplications.

Vers l’avant, $A_4(A_3(A_2A_1))$, il en faut 150 000 ; vers l’arrière, $((A_4A_3)A_2)A_1$, 150 000 aussi ; au mieux, $(A_4(A_3A_2))A_1$, 55 000.

Piège : on peut déplacer les parenthèses, on ne peut pas échanger les facteurs. Le produit matriciel est associatif, pas commutatif.`,
  ],
  [
    '100→5→100→5→100: the same Jacobian for 150,000 or for 55,000 multiplications',
    '100→5→100→5→100 : la même jacobienne pour 150 000 ou pour 55 000 multiplications',
  ],
  ['Four Jacobians in a row', 'Quatre jacobiennes à la suite'],
  [
    tex`The wires from $x$ to $y$ carry $A_1$ ($5 \times 100$), $A_2$ ($100 \times 5$), $A_3$ ($5 \times 100$) and $A_4$ ($100 \times 5$).`,
    tex`Les fils de $x$ à $y$ portent $A_1$ ($5 \times 100$), $A_2$ ($100 \times 5$), $A_3$ ($5 \times 100$) et $A_4$ ($100 \times 5$).`,
  ],
  ['Forward and reverse', 'Avant et arrière'],
  [
    tex`Forward, $A_2A_1$ is already $100 \times 100$: $100 \cdot 5 \cdot 100 = 50{,}000$, and twice $50{,}000$ more. Reverse does the same from the other end. Both carry a matrix of $100$ rows or columns all the way.`,
    tex`Vers l’avant, $A_2A_1$ est déjà $100 \times 100$ : $100 \cdot 5 \cdot 100 = 50{,}000$, et deux fois $50{,}000$ de plus. Le mode arrière fait de même depuis l’autre bout. Tous deux transportent d’un bout à l’autre une matrice de $100$ lignes ou colonnes.`,
  ],
  ['The best brackets', 'Les meilleures parenthèses'],
  [
    tex`In the middle $A_3A_2$ is only $5 \times 5$: $2{,}500$. $A_4$ times that: $2{,}500$. Times $A_1$: $50{,}000$. Together $55{,}000$.`,
    tex`Au milieu, $A_3A_2$ est seulement $5 \times 5$ : $2{,}500$. $A_4$ fois ce produit : $2{,}500$. Fois $A_1$ : $50{,}000$. En tout $55{,}000$.`,
  ],
  [
    'And if only the product with one direction $dx$ is wanted?',
    'Et si l’on ne veut que le produit par une seule direction $dx$ ?',
  ],
  [
    tex`Then never multiply two matrices: $A_4(A_3(A_2(A_1\,dx)))$ takes $4 \cdot 500 = 2{,}000$ multiplications.`,
    tex`Alors on ne multiplie jamais deux matrices : $A_4(A_3(A_2(A_1\,dx)))$ demande $4 \cdot 500 = 2{,}000$ multiplications.`,
  ],
];

export const associationClassifier: readonly Translation[] = [
  ['Why learning runs backward', 'Pourquoi l’apprentissage va vers l’arrière'],
  [
    tex`The sizes of a small classifier of $28 \times 28$ images: $784 \to 100 \to 10 \to 1$, the last number standing for the loss. Only the linear maps are drawn; what lies between them is elementwise and cheap.

The gradient of $y$ is a row of $784$ numbers, $w^{\top}W_2W_1$. From the inputs on, $w^{\top}(W_2W_1)$, it takes 791,840 multiplications; from the target back, $(w^{\top}W_2)W_1$, only 79,400.

Many inputs, one output: always from the output back. Then a row is multiplied all the way, never a matrix by a matrix.

$W_1$ is written as an outer product $uv^{\top}$ only to keep the file small: the count depends on the sizes, not on the numbers.

Trap: reverse is not *always* better; with one input and many outputs it is the other way round.`,
    tex`Les tailles d’un petit classifieur d’images $28 \times 28$ : $784 \to 100 \to 10 \to 1$, le dernier nombre étant la perte. Seules les applications linéaires sont dessinées ; ce qui se trouve entre elles agit terme à terme et coûte peu.

Le gradient de $y$ est une ligne de $784$ nombres, $w^{\top}W_2W_1$. En partant des entrées, $w^{\top}(W_2W_1)$, il faut 791 840 multiplications ; en remontant depuis la cible, $(w^{\top}W_2)W_1$, seulement 79 400.

Beaucoup d’entrées, une sortie : toujours de la sortie vers l’arrière. On multiplie alors une ligne d’un bout à l’autre, jamais une matrice par une matrice.

$W_1$ est écrite comme un produit dyadique $uv^{\top}$ seulement pour que le fichier reste petit : le compte dépend des tailles, pas des nombres.

Piège : le mode arrière n’est pas *toujours* meilleur ; avec une entrée et beaucoup de sorties, c’est l’inverse.`,
  ],
  [
    '784→100→10→1: 791,840 multiplications forward, 79,400 in reverse',
    '784→100→10→1 : 791 840 multiplications vers l’avant, 79 400 vers l’arrière',
  ],
  ['From the inputs on', 'En partant des entrées'],
  [
    tex`$W_2W_1$ first: $10 \cdot 100 \cdot 784 = 784{,}000$. Then $w^{\top}$ times that: $1 \cdot 10 \cdot 784 = 7{,}840$. Together $791{,}840$.`,
    tex`$W_2W_1$ d’abord : $10 \cdot 100 \cdot 784 = 784{,}000$. Puis $w^{\top}$ fois ce produit : $1 \cdot 10 \cdot 784 = 7{,}840$. En tout $791{,}840$.`,
  ],
  ['From the target back', 'En remontant depuis la cible'],
  [
    tex`$w^{\top}W_2$ first: $1 \cdot 10 \cdot 100 = 1{,}000$. Then that row times $W_1$: $1 \cdot 100 \cdot 784 = 78{,}400$. Together $79{,}400$, ten times less, and on the way lie the gradients of all layers.`,
    tex`$w^{\top}W_2$ d’abord : $1 \cdot 10 \cdot 100 = 1{,}000$. Puis cette ligne fois $W_1$ : $1 \cdot 100 \cdot 784 = 78{,}400$. En tout $79{,}400$, dix fois moins, et l’on trouve en chemin les gradients de toutes les couches.`,
  ],
  ['For which chain is forward the better way?', 'Pour quelle chaîne le mode avant est-il le meilleur ?'],
  [
    tex`For one that opens: $1 \to 10 \to 100 \to 784$. Forward it carries a column all the way ($79{,}400$), reverse a matrix of $784$ rows ($791{,}840$).`,
    tex`Pour une chaîne qui s’élargit : $1 \to 10 \to 100 \to 784$. Vers l’avant, elle transporte une colonne d’un bout à l’autre ($79{,}400$), vers l’arrière, une matrice de $784$ lignes ($791{,}840$).`,
  ],
];
