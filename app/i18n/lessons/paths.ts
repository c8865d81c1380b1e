/**
 * Graphs of numbers, in French: what comes back along several paths adds up.
 */
import { type Translation, tex } from './translation';

export const sumAndProduct: readonly Translation[] = [
  ['A sum times a number', 'Une somme fois un nombre'],
  [
    tex`$f = (x + y)\,z$ at $x = -2$, $y = 5$, $z = -4$: $q = x + y = 3$ and $f = qz = -12$.

The row of derivatives is $\partial f/\partial x = -4$, $\partial f/\partial y = -4$, $\partial f/\partial z = 3$.

A sum hands what comes back to both its operands unchanged. A product hands each operand what comes back times the other operand.

Trap: the derivative by $x$ is $z$, not $x + y$, and it keeps the sign of $z$: increasing $x$ makes $f$ smaller.`,
    tex`$f = (x + y)\,z$ en $x = -2$, $y = 5$, $z = -4$ : $q = x + y = 3$ et $f = qz = -12$.

La ligne des dérivées est $\partial f/\partial x = -4$, $\partial f/\partial y = -4$, $\partial f/\partial z = 3$.

Une somme transmet tel quel à ses deux opérandes ce qui revient. Un produit transmet à chaque opérande ce qui revient, multiplié par l’autre opérande.

Piège : la dérivée par rapport à $x$ est $z$, et non $x + y$, et elle garde le signe de $z$ : augmenter $x$ rend $f$ plus petit.`,
  ],
  [
    '(x + y)z: a sum hands gradients on, a product swaps its operands',
    '(x + y)z : une somme transmet les gradients, un produit échange ses opérandes',
  ],
  [tex`$q = -2 + 5 = 3$, $f = 3 \cdot (-4) = -12$.`, tex`$q = -2 + 5 = 3$, $f = 3 \cdot (-4) = -12$.`],
  [
    tex`$\partial f/\partial q = z = -4$ and $\partial f/\partial z = q = 3$. The sum passes $-4$ on: $\partial f/\partial x = \partial f/\partial y = -4 \cdot 1 = -4$.`,
    tex`$\partial f/\partial q = z = -4$ et $\partial f/\partial z = q = 3$. La somme transmet $-4$ : $\partial f/\partial x = \partial f/\partial y = -4 \cdot 1 = -4$.`,
  ],
  [
    '$f$ is to grow. Should $x$ go up or down?',
    'On veut que $f$ augmente. Faut-il augmenter ou diminuer $x$ ?',
  ],
  [
    'Down: the derivative is $-4$. Then $q$ falls, and with the negative $z$ the product $f$ rises.',
    'Le diminuer : la dérivée est $-4$. Alors $q$ diminue, et comme $z$ est négatif, le produit $f$ augmente.',
  ],
];

export const graphExample: readonly Translation[] = [
  ['Calculus on a graph', 'Du calcul différentiel sur un graphe'],
  [
    tex`$e = (a + b)(b + 1)$ at $a = 2$, $b = 1$, the example by which calculus on graphs is usually introduced: $c = a + b = 3$, $d = b + 1 = 2$, $e = cd = 6$.

$a$ reaches $e$ by one path: $\partial e/\partial a = d \cdot 1 = 2$. $b$ reaches it by two: $\partial e/\partial b = 2 + 3 = 5$.

Multiply along a path, add over the paths. Backpropagation does both at once and visits every wire only once, however many paths there are.

Trap: the path forgotten. $2$ and $3$ are both common wrong answers for $b$.`,
    tex`$e = (a + b)(b + 1)$ en $a = 2$, $b = 1$, l’exemple par lequel on introduit d’habitude le calcul différentiel sur les graphes : $c = a + b = 3$, $d = b + 1 = 2$, $e = cd = 6$.

$a$ atteint $e$ par un chemin : $\partial e/\partial a = d \cdot 1 = 2$. $b$ l’atteint par deux : $\partial e/\partial b = 2 + 3 = 5$.

On multiplie le long d’un chemin, on additionne sur les chemins. La rétropropagation fait les deux à la fois et ne visite chaque fil qu’une fois, quel que soit le nombre de chemins.

Piège : le chemin oublié. $2$ et $3$ sont deux réponses fausses courantes pour $b$.`,
  ],
  [
    'e = (a + b)(b + 1): multiply along the paths, add over the paths',
    'e = (a + b)(b + 1) : multiplier le long des chemins, additionner sur les chemins',
  ],
  ['Local derivatives', 'Dérivées locales'],
  [
    'A sum carries $1$ on both wires. The product $e = cd$ carries $d = 2$ on the wire from $c$ and $c = 3$ on the wire from $d$: the *other* factor.',
    'Une somme porte $1$ sur ses deux fils. Le produit $e = cd$ porte $d = 2$ sur le fil venant de $c$ et $c = 3$ sur le fil venant de $d$ : l’*autre* facteur.',
  ],
  ['Two paths from b', 'Deux chemins depuis b'],
  [
    tex`$b \to c \to e$ gives $2 \cdot 1 = 2$, $b \to d \to e$ gives $3 \cdot 1 = 3$. Together $\partial e/\partial b = 5$. For $a$ there is one path: $\partial e/\partial a = 2$.`,
    tex`$b \to c \to e$ donne $2 \cdot 1 = 2$, $b \to d \to e$ donne $3 \cdot 1 = 3$. Ensemble $\partial e/\partial b = 5$. Pour $a$, il y a un seul chemin : $\partial e/\partial a = 2$.`,
  ],
  [
    'Check it by hand: by how much does $e$ grow when $b$ goes from $1$ to $1.01$?',
    'Vérifiez à la main : de combien $e$ augmente-t-il quand $b$ passe de $1$ à $1.01$ ?',
  ],
  [
    tex`$3.01 \cdot 2.01 - 6 = 0.0501$, which is $5 \cdot 0.01$ and a remainder of $0.01^2$.`,
    tex`$3.01 \cdot 2.01 - 6 = 0.0501$, c’est-à-dire $5 \cdot 0.01$ et un reste de $0.01^2$.`,
  ],
  ['Forward or backward', 'Vers l’avant ou vers l’arrière'],
  [
    tex`Pushed forward, $db = 1$ gives $dc = 1$, $dd = 1$ and $de = 2\,dc + 3\,dd = 5$: one sweep for one *input*. Pulled back from $e$, one sweep gives the derivative for *all* inputs.`,
    tex`Poussé vers l’avant, $db = 1$ donne $dc = 1$, $dd = 1$ et $de = 2\,dc + 3\,dd = 5$ : une passe pour une *entrée*. En remontant depuis $e$, une passe donne la dérivée par rapport à *toutes* les entrées.`,
  ],
];

export const maxGate: readonly Translation[] = [
  ['Sum, product and maximum', 'Somme, produit et maximum'],
  [
    tex`$f = 2\,(xy + \max(z, w))$ at $x = 3$, $y = -4$, $z = 2$, $w = -1$: $f = 2\,(-12 + 2) = -20$.

Three ways to send a derivative back. A sum hands it to everybody. A product swaps its operands. A maximum hands all of it to the winner and nothing to the others.

The derivatives by $x, y, z, w$ are $-8, 6, 2, 0$.

Trap: $0$ for $w$ does not mean that $w$ is not connected. It means that a small change of $w$ changes nothing *here*, as long as $w < z$.`,
    tex`$f = 2\,(xy + \max(z, w))$ en $x = 3$, $y = -4$, $z = 2$, $w = -1$ : $f = 2\,(-12 + 2) = -20$.

Trois façons de renvoyer une dérivée. Une somme la distribue à tous. Un produit échange ses opérandes. Un maximum la donne tout entière au gagnant et rien aux autres.

Les dérivées par rapport à $x, y, z, w$ sont $-8, 6, 2, 0$.

Piège : $0$ pour $w$ ne veut pas dire que $w$ n’est pas connecté. Cela veut dire qu’une petite variation de $w$ ne change rien *ici*, tant que $w < z$.`,
  ],
  [
    '2(xy + max(z, w)): a sum distributes, a product swaps, a maximum chooses',
    '2(xy + max(z, w)) : une somme distribue, un produit échange, un maximum choisit',
  ],
  ['Three gates', 'Trois aiguillages'],
  [
    'The factor $2$ sends $2$ to the sum, the sum sends $2$ on to both sides. The product turns it into $2y = -8$ for $x$ and $2x = 6$ for $y$.',
    'Le facteur $2$ envoie $2$ à la somme, la somme transmet $2$ des deux côtés. Le produit en fait $2y = -8$ pour $x$ et $2x = 6$ pour $y$.',
  ],
  ['The maximum chooses', 'Le maximum choisit'],
  [
    tex`$z = 2$ wins over $w = -1$: its wire carries $1$, the other one $0$. So $\partial f/\partial z = 2$ and $\partial f/\partial w = 0$.`,
    tex`$z = 2$ l’emporte sur $w = -1$ : son fil porte $1$, l’autre $0$. Donc $\partial f/\partial z = 2$ et $\partial f/\partial w = 0$.`,
  ],
  ['What if $w = z$?', 'Et si $w = z$ ?'],
  [
    tex`A kink: to the left of it the slope is $0$, to the right $1$. Here each wire gets $\frac12$, and a warning says so. Set $w = 2$ and see.`,
    tex`Un point anguleux : à sa gauche la pente est $0$, à sa droite $1$. Ici chaque fil reçoit $\frac12$, et un avertissement le dit. Posez $w = 2$ et regardez.`,
  ],
];

export const fanOut: readonly Translation[] = [
  ['The same node twice', 'Le même nœud deux fois'],
  [
    tex`$x - x$, $x / x$, $x \cdot x$ and $x^x$ at $x = 3$: the values are $0, 1, 9, 27$.

In each of the four, $x$ enters by *two* wires, and each wire has its own Jacobian: the operator differentiated through that operand alone. The derivative is the sum of both.

The four results are stacked, so the gradient of $x$ is the column of their derivatives: $0,\ 0,\ 6,\ 27(1 + \ln 3) = 56.66253179403897$.

Trap: a program that keeps one derivative for each *pair of nodes* overwrites the first wire with the second, and finds $-1$, $-\frac13$, $3$ and $29.66$.`,
    tex`$x - x$, $x / x$, $x \cdot x$ et $x^x$ en $x = 3$ : les valeurs sont $0, 1, 9, 27$.

Dans chacun des quatre, $x$ entre par *deux* fils, et chaque fil a sa propre jacobienne : l’opérateur dérivé par rapport à ce seul opérande. La dérivée est la somme des deux.

Les quatre résultats sont empilés, donc le gradient de $x$ est la colonne de leurs dérivées : $0,\ 0,\ 6,\ 27(1 + \ln 3) = 56.66253179403897$.

Piège : un programme qui garde une dérivée par *paire de nœuds* écrase le premier fil par le second, et trouve $-1$, $-\frac13$, $3$ et $29.66$.`,
  ],
  [
    'x − x, x/x, x·x, xˣ at 3: two wires from one node are two derivatives, and they add up',
    'x − x, x/x, x·x, xˣ en 3 : deux fils d’un même nœud sont deux dérivées, et elles s’additionnent',
  ],
  ['Four functions of one number', 'Quatre fonctions d’un nombre'],
  [
    tex`$y = (x - x,\ x/x,\ x \cdot x,\ x^x) = (0, 1, 9, 27)$.`,
    tex`$y = (x - x,\ x/x,\ x \cdot x,\ x^x) = (0, 1, 9, 27)$.`,
  ],
  ['Two wires, two Jacobians', 'Deux fils, deux jacobiennes'],
  [
    tex`$x - x$ carries $1$ and $-1$. $x/x$ carries $\frac13$ and $-\frac13$. $x \cdot x$ carries $3$ and $3$. $a^b$ carries $b\,a^{b-1} = 27$ for the base and $a^b \ln a = 29.66$ for the exponent.`,
    tex`$x - x$ porte $1$ et $-1$. $x/x$ porte $\frac13$ et $-\frac13$. $x \cdot x$ porte $3$ et $3$. $a^b$ porte $b\,a^{b-1} = 27$ pour la base et $a^b \ln a = 29.66$ pour l’exposant.`,
  ],
  [
    '$x - x$ is $0$ for every $x$. Where is that seen on the wires?',
    '$x - x$ vaut $0$ pour tout $x$. Où le voit-on sur les fils ?',
  ],
  [
    'The two Jacobians are $1$ and $-1$, and their sum is $0$.',
    'Les deux jacobiennes sont $1$ et $-1$, et leur somme est $0$.',
  ],
  ['They add up', 'Elles s’additionnent'],
  [
    tex`At $x$: $1 - 1 = 0$, $\frac13 - \frac13 = 0$, $3 + 3 = 6$, $27 + 27\ln 3 = 56.66253179403897$. The rule for powers alone would give $27$, the rule for exponentials alone $29.66$: both are needed.`,
    tex`En $x$ : $1 - 1 = 0$, $\frac13 - \frac13 = 0$, $3 + 3 = 6$, $27 + 27\ln 3 = 56.66253179403897$. La règle des puissances seule donnerait $27$, la règle des exponentielles seule $29.66$ : il faut les deux.`,
  ],
];

export const micrograd: readonly Translation[] = [
  ['The micrograd expression', 'L’expression de micrograd'],
  [
    "The expression in the README of *micrograd*, a tiny automatic-differentiation engine: two inputs, $a = -4$ and $b = 2$, and two dozen operations between them and $g = 24.70408163265306$.\n\nIn the program, $c$ and $d$ are overwritten again and again (`c += c + 1`, `d += d * 2 + (b + a).relu()`). A graph has no overwriting: each new value is a node of its own, here $c, c', c''$ and $d, d', d''$.\n\nThe derivatives are $\\partial g/\\partial a = 138.83381924198252$ and $\\partial g/\\partial b = 645.5772594752186$: sums over 24 and over 30 paths, found in one backward sweep.\n\nTrap: `c += c + 1` uses $c$ twice, so its two wires bring back $1 + 1 = 2$. An engine that stores instead of adding loses one of them.",
    "L’expression du README de *micrograd*, un tout petit moteur de dérivation automatique : deux entrées, $a = -4$ et $b = 2$, et deux douzaines d’opérations entre elles et $g = 24.70408163265306$.\n\nDans le programme, $c$ et $d$ sont écrasés encore et encore (`c += c + 1`, `d += d * 2 + (b + a).relu()`). Un graphe n’écrase rien : chaque nouvelle valeur a son propre nœud, ici $c, c', c''$ et $d, d', d''$.\n\nLes dérivées sont $\\partial g/\\partial a = 138.83381924198252$ et $\\partial g/\\partial b = 645.5772594752186$ : des sommes sur 24 et sur 30 chemins, trouvées en une seule passe arrière.\n\nPiège : `c += c + 1` utilise $c$ deux fois, ses deux fils rapportent donc $1 + 1 = 2$. Un moteur qui remplace au lieu d’additionner en perd un.",
  ],
  [
    'Two inputs, two dozen operations: many paths, one backward sweep',
    'Deux entrées, deux douzaines d’opérations : beaucoup de chemins, une seule passe arrière',
  ],
  ['From left to right', 'De gauche à droite'],
  [
    "$a = -4$ and $b = 2$. The upper lane makes $c = -2$, $c' = -3$, $c'' = -1$; the lower lane $d = 0$, $d' = 0$, $d'' = 6$. Then $e = c'' - d'' = -7$, $f = e^2 = 49$ and $g = f/2 + 10/f = 24.70408163265306$.",
    "$a = -4$ et $b = 2$. La voie du haut donne $c = -2$, $c' = -3$, $c'' = -1$ ; la voie du bas $d = 0$, $d' = 0$, $d'' = 6$. Ensuite $e = c'' - d'' = -7$, $f = e^2 = 49$ et $g = f/2 + 10/f = 24.70408163265306$.",
  ],
  ['From right to left', 'De droite à gauche'],
  [
    tex`$\dfrac{\partial g}{\partial f} = \frac12 - \dfrac{10}{f^2} = 0.4958$, $\dfrac{\partial g}{\partial e} = 2e \cdot 0.4958 = -6.942$. Then the row splits into the lanes, $-6.942$ for $c''$ and $+6.942$ for $d''$, and all that comes back to $a$ and to $b$ is added.`,
    tex`$\dfrac{\partial g}{\partial f} = \frac12 - \dfrac{10}{f^2} = 0.4958$, $\dfrac{\partial g}{\partial e} = 2e \cdot 0.4958 = -6.942$. Puis la ligne se partage entre les voies, $-6.942$ pour $c''$ et $+6.942$ pour $d''$, et tout ce qui revient à $a$ et à $b$ s’additionne.`,
  ],
  ['Two sums over many paths', 'Deux sommes sur beaucoup de chemins'],
  [
    tex`$\partial g/\partial a = 138.83381924198252$, $\partial g/\partial b = 645.5772594752186$. Change $b$ to $2.001$: $g$ should grow by about $0.6456$, and a little more for the remainder.`,
    tex`$\partial g/\partial a = 138.83381924198252$, $\partial g/\partial b = 645.5772594752186$. Changez $b$ en $2.001$ : $g$ devrait augmenter d’environ $0.6456$, et un peu plus à cause du reste.`,
  ],
  [
    tex`The node $\operatorname{relu}(b + a)$ sends nothing back. Why?`,
    tex`Le nœud $\operatorname{relu}(b + a)$ ne renvoie rien. Pourquoi ?`,
  ],
  [
    '$b + a = -2 < 0$, so its slope is $0$. It would join in as soon as $a > -b$.',
    '$b + a = -2 < 0$, sa pente est donc $0$. Il entrerait en jeu dès que $a > -b$.',
  ],
];
