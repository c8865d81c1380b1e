/**
 * Case 2 of the lecture, composed numbers, in French.
 */
import { type Translation, tex } from './translation';

export const case2: readonly Translation[] = [
  ['Case 2: composed scalars', 'Cas 2 : scalaires composés'],
  [
    tex`Two functions in a row: $y = x^2$, then $z = \sin y$.

The chain rule multiplies what the wires carry, the later function on the left: $\dfrac{\partial z}{\partial x} = \dfrac{\partial z}{\partial y} \cdot \dfrac{\partial y}{\partial x} = \cos(1.69) \cdot 2.6 = -0.11892156929661243 \cdot 2.6 = -0.3091960801711923$.

Numbers commute, so the order does not matter yet. From case 5 on it does: get used to it now.

Trap: each factor is taken *at its own point*. The sine is applied to $y = 1.69$, so its slope is $\cos(1.69)$, not $\cos(1.3)$.`,
    tex`Deux fonctions à la suite : $y = x^2$, puis $z = \sin y$.

La règle de la chaîne multiplie ce que portent les fils, la fonction appliquée en dernier à gauche : $\dfrac{\partial z}{\partial x} = \dfrac{\partial z}{\partial y} \cdot \dfrac{\partial y}{\partial x} = \cos(1.69) \cdot 2.6 = -0.11892156929661243 \cdot 2.6 = -0.3091960801711923$.

Les nombres commutent, donc l’ordre n’a pas encore d’importance. Il en aura à partir du cas 5 : prenez-en l’habitude dès maintenant.

Piège : chaque facteur se prend *en son propre point*. Le sinus s’applique à $y = 1.69$, sa pente est donc $\cos(1.69)$, et non $\cos(1.3)$.`,
  ],
  [
    'z = sin(x²) at 1.3: the chain rule multiplies scale factors, each at its own point',
    'z = sin(x²) en 1,3 : la règle de la chaîne multiplie les facteurs d’échelle, chacun en son propre point',
  ],
  [
    tex`$x = 1.3$ gives $y = x^2 = 1.69$, and $y$ gives $z = \sin(1.69) \approx 0.9929$.`,
    tex`$x = 1.3$ donne $y = x^2 = 1.69$, et $y$ donne $z = \sin(1.69) \approx 0.9929$.`,
  ],
  ['One local derivative on each wire', 'Une dérivée locale sur chaque fil'],
  [
    tex`The first wire carries $2x = 2.6$. The second carries $\cos y = \cos(1.69) = -0.11892156929661243$. Neither node knows anything of the other.`,
    tex`Le premier fil porte $2x = 2.6$. Le second porte $\cos y = \cos(1.69) = -0.11892156929661243$. Aucun des deux nœuds ne sait rien de l’autre.`,
  ],
  [
    tex`Somebody answers $\cos(1.3) \cdot 2.6 \approx 0.6955$. What went wrong?`,
    tex`Quelqu’un répond $\cos(1.3) \cdot 2.6 \approx 0.6955$. Où est l’erreur ?`,
  ],
  [
    tex`The slope of the sine was taken at $x$ instead of at $y = x^2$. Even the sign is wrong: at $1.69 > \pi/2$ the sine already decreases.`,
    tex`La pente du sinus a été prise en $x$ au lieu de $y = x^2$. Même le signe est faux : en $1.69 > \pi/2$, le sinus décroît déjà.`,
  ],
  [
    tex`Start at the target with $\partial z/\partial z = 1$. Through the sine: $1 \cdot (-0.1189) = -0.1189$. Through the square: $-0.1189 \cdot 2.6 = -0.3092$. This is $\partial z/\partial x$.`,
    tex`On part de la cible avec $\partial z/\partial z = 1$. À travers le sinus : $1 \cdot (-0.1189) = -0.1189$. À travers le carré : $-0.1189 \cdot 2.6 = -0.3092$. C’est $\partial z/\partial x$.`,
  ],
  ['Forward again, with differentials', 'De nouveau vers l’avant, avec des différentielles'],
  [
    tex`Push $dx = 1$ through the same wires from the left: $dy = 2.6\,dx$, then $dz = -0.1189\,dy = -0.3092\,dx$. Forward or backward, the product is the same.`,
    tex`Poussez $dx = 1$ à travers les mêmes fils depuis la gauche : $dy = 2.6\,dx$, puis $dz = -0.1189\,dy = -0.3092\,dx$. Vers l’avant ou vers l’arrière, le produit est le même.`,
  ],
  [
    'Near which $x > 0$ does $z$ stop changing, to first order?',
    'Près de quel $x > 0$ la valeur de $z$ cesse-t-elle de varier, au premier ordre ?',
  ],
  [
    tex`Where $\cos(x^2) = 0$, so $x = \sqrt{\pi/2} \approx 1.2533$. There the second wire carries $0$.`,
    tex`Là où $\cos(x^2) = 0$, donc $x = \sqrt{\pi/2} \approx 1.2533$. Le second fil y porte $0$.`,
  ],
];
