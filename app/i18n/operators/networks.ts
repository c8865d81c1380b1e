/**
 * Losses and layers in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const networks: Readonly<Record<string, OperatorInFrench>> = {
  softmax: {
    title: 'Softmax',
    help: 'Des exponentielles ramenées à la somme 1 : les scores deviennent des probabilités. Une matrice ligne par ligne.',
    words: ['exponentielle normalisée', 'probabilités'],
  },
  log_softmax: {
    title: 'Logarithme du softmax',
    help: 'Les logarithmes du softmax, sans son arrondi à 0 : x − log Σ e^x. Une matrice ligne par ligne.',
    words: ['log-softmax', 'log-probabilités'],
  },
  cross_entropy: {
    title: 'Entropie croisée des logits',
    help: '−Σ t log softmax(logits), en un seul nœud et stable ; pour des matrices, la moyenne sur leurs lignes.',
    words: ['perte logarithmique', 'classification'],
  },
  binary_cross_entropy: {
    title: 'Entropie croisée binaire',
    help: 'La moyenne de −(t log p + (1 − t) log(1 − p)) pour des probabilités p.',
    words: ['perte logistique', 'classification binaire'],
  },
  binary_cross_entropy_with_logits: {
    title: 'Entropie croisée binaire des logits',
    help: 'La moyenne de max(z, 0) − z t + log(1 + e^−|z|) : stable à partir des logits z.',
    words: ['perte logistique', 'classification binaire'],
  },
  squared_error: {
    title: 'Erreur quadratique',
    help: 'Le carré de la distance entre la prédiction et la cible.',
    words: ['moindres carrés', 'somme des carrés'],
  },
  half_squared_error: {
    title: 'Demi-erreur quadratique',
    help: 'La moitié du carré de la distance : son gradient est le résidu.',
    words: ['moindres carrés', 'erreur quadratique'],
  },
  mse_loss: {
    title: 'Erreur quadratique moyenne',
    help: 'La moyenne des carrés des résidus.',
    words: ['EQM', 'moindres carrés', 'régression'],
  },
  negative_log_likelihood: {
    title: 'Log-vraisemblance négative',
    help: '−Σ t log p pour des probabilités p et une loi cible t ; 0 log 0 vaut 0.',
    words: ['vraisemblance', 'entropie croisée'],
  },
  kl_divergence: {
    title: 'Divergence de Kullback–Leibler',
    help: 'Σ q log(q/p) : de combien la loi p s’écarte de q ; 0 log 0 vaut 0.',
    words: ['entropie relative', 'divergence'],
  },
  entropy: {
    title: 'Entropie',
    help: '−Σ p log p en nats : à quel point une loi est incertaine ; 0 log 0 vaut 0.',
    words: ['Shannon', 'incertitude'],
  },
  mae_loss: {
    title: 'Erreur absolue moyenne',
    help: 'La moyenne des valeurs absolues des résidus : les valeurs aberrantes n’y comptent pas plus qu’en proportion.',
    words: ['perte L1', 'valeur absolue'],
  },
  huber_loss: {
    title: 'Perte de Huber',
    help: 'Quadratique pour les résidus jusqu’à delta, linéaire au-delà : ½r² ou δ(|r| − ½δ), en moyenne.',
    words: ['perte robuste', 'L1 lisse'],
  },
  hinge_loss: {
    title: 'Perte charnière',
    help: 'Ce que coûtent les scores dont la marge cible · score est inférieure à 1 ; les cibles valent ±1.',
    words: ['SVM', 'marge', 'machine à vecteurs de support'],
  },
  logistic_loss: {
    title: 'Perte logistique',
    help: 'Σ log(1 + e^(−cible · score)) ; les cibles valent ±1.',
    words: ['régression logistique', 'déviance'],
  },
  conv1d: {
    title: 'Convolution',
    help: 'Le noyau glisse le long de x et est multiplié par ce qu’il recouvre (corrélation croisée, sans bordure).',
    words: ['filtre', 'corrélation croisée', 'réseau convolutif'],
  },
  avg_pool1d: {
    title: 'Regroupement par la moyenne',
    help: 'La moyenne de chaque fenêtre de voisins ; les fenêtres sont côte à côte.',
    words: ['sous-échantillonnage', 'moyenne locale'],
  },
  max_pool1d: {
    title: 'Regroupement par le maximum',
    help: 'Le plus grand de chaque fenêtre de voisins ; les fenêtres sont côte à côte.',
    words: ['sous-échantillonnage', 'maximum local'],
  },
  layer_norm: {
    title: 'Normalisation de couche',
    help: 'Moyenne 0 et variance 1, à epsilon près. Une matrice ligne par ligne.',
    words: ['centrer et réduire', 'standardiser'],
  },
  rms_norm: {
    title: 'Normalisation RMS',
    help: 'Moyenne des carrés égale à 1, à epsilon près. Une matrice ligne par ligne.',
    words: ['moyenne quadratique', 'valeur efficace'],
  },
};
