/*
 * The limit for dense work without a library: plain loops, dot products in eight sums so that the compiler may use vectors.
 * Usage: dense chain WIDTH DEPTH FILE   or   dense classifier SAMPLES FILE; FILE holds the doubles of the parameters and inputs, in the
 * order in which they are read below. Results are written in the same order: values first, then the gradients.
 */
#include <math.h>
#include "serve.h"

static double dot(const double *restrict a, const double *restrict b, int n) {
  double sums[8] = {0};
  int i = 0;
  for (; i + 8 <= n; i += 8)
    for (int k = 0; k < 8; k++) sums[k] += a[i + k] * b[i + k];
  for (; i < n; i++) sums[0] += a[i] * b[i];
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

static void add_scaled(double *restrict y, double scale, const double *restrict x, int n) {
  for (int i = 0; i < n; i++) y[i] += scale * x[i];
}

/* Y (samples × out) = X (samples × in) · transpose of W (out × in), plus b where there is one. */
static void layer(double *Y, const double *W, const double *X, const double *b, int samples, int in, int out) {
  for (int j = 0; j < out; j++)
    for (int s = 0; s < samples; s++) Y[s * out + j] = dot(W + j * in, X + s * in, in) + (b ? b[j] : 0);
}

/* From the gradient G of Y, the gradients of W, X and b. */
static void layer_gradients(double *gW, double *gX, double *gb, const double *G, const double *W, const double *X, int samples, int in, int out) {
  memset(gW, 0, sizeof(double) * out * in);
  memset(gX, 0, sizeof(double) * samples * in);
  if (gb) memset(gb, 0, sizeof(double) * out);
  for (int j = 0; j < out; j++)
    for (int s = 0; s < samples; s++) {
      double g = G[s * out + j];
      add_scaled(gW + j * in, g, X + s * in, in);
      add_scaled(gX + s * in, g, W + j * in, in);
      if (gb) gb[j] += g;
    }
}

enum { LAYERS = 3, MOST = 64 };
static int width, depth, samples;
static const int SIZES[LAYERS + 1] = {784, 256, 128, 10};
static double *W[MOST], *b[MOST], *x[MOST], *gW[MOST], *gb[MOST], *gx[MOST], *before, *answers, loss;

static void chain_step(void) {
  for (int k = 0; k < depth; k++) {
    layer(x[k + 1], W[k], x[k], NULL, 1, width, width);
    for (int i = 0; i < width; i++) x[k + 1][i] = tanh(x[k + 1][i]);
  }
  loss = 0;
  for (int i = 0; i < width; i++) {
    loss += x[depth][i];
    gx[depth][i] = 1;
  }
  for (int k = depth - 1; k >= 0; k--) {
    for (int i = 0; i < width; i++) before[i] = gx[k + 1][i] * (1 - x[k + 1][i] * x[k + 1][i]);
    layer_gradients(gW[k], gx[k], NULL, before, W[k], x[k], 1, width, width);
  }
}

static void chain_results(FILE *file) {
  fwrite(&loss, sizeof(double), 1, file);
  for (int k = 0; k < depth; k++) fwrite(gW[k], sizeof(double), width * width, file);
  fwrite(gx[0], sizeof(double), width, file);
}

static void cross_entropy(const double *logits, double *gradient) {
  int classes = SIZES[LAYERS];
  loss = 0;
  for (int s = 0; s < samples; s++) {
    const double *z = logits + s * classes, *t = answers + s * classes;
    double top = z[0], total = 0;
    for (int i = 1; i < classes; i++) top = z[i] > top ? z[i] : top;
    for (int i = 0; i < classes; i++) total += exp(z[i] - top);
    double tail = top + log(total);
    for (int i = 0; i < classes; i++) {
      loss += t[i] * (tail - z[i]) / samples;
      gradient[s * classes + i] = (exp(z[i] - tail) - t[i]) / samples;
    }
  }
}

static void classifier_step(void) {
  for (int k = 0; k < LAYERS; k++) {
    layer(x[k + 1], W[k], x[k], b[k], samples, SIZES[k], SIZES[k + 1]);
    if (k < LAYERS - 1)
      for (int i = 0; i < samples * SIZES[k + 1]; i++) x[k + 1][i] = tanh(x[k + 1][i]);
  }
  cross_entropy(x[LAYERS], gx[LAYERS]);
  for (int k = LAYERS - 1; k >= 0; k--) {
    if (k < LAYERS - 1)
      for (int i = 0; i < samples * SIZES[k + 1]; i++) gx[k + 1][i] *= 1 - x[k + 1][i] * x[k + 1][i];
    layer_gradients(gW[k], gx[k], gb[k], gx[k + 1], W[k], x[k], samples, SIZES[k], SIZES[k + 1]);
  }
}

static void classifier_results(FILE *file) {
  fwrite(&loss, sizeof(double), 1, file);
  for (int k = 0; k < LAYERS; k++) {
    fwrite(gW[k], sizeof(double), SIZES[k] * SIZES[k + 1], file);
    fwrite(gb[k], sizeof(double), SIZES[k + 1], file);
  }
  fwrite(gx[0], sizeof(double), samples * SIZES[0], file);
}

static int chain(FILE *file) {
  before = take(width, sizeof(double));
  for (int k = 0; k <= depth; k++) {
    x[k] = take(width, sizeof(double));
    gx[k] = take(width, sizeof(double));
  }
  for (int k = 0; k < depth; k++) {
    W[k] = take(width * width, sizeof(double));
    gW[k] = take(width * width, sizeof(double));
    read_all(W[k], sizeof(double), width * width, file);
  }
  read_all(x[0], sizeof(double), width, file);
  return serve(chain_step, chain_results);
}

static int classifier(FILE *file) {
  for (int k = 0; k <= LAYERS; k++) {
    x[k] = take(samples * SIZES[k], sizeof(double));
    gx[k] = take(samples * SIZES[k], sizeof(double));
  }
  for (int k = 0; k < LAYERS; k++) {
    W[k] = take(SIZES[k] * SIZES[k + 1], sizeof(double));
    gW[k] = take(SIZES[k] * SIZES[k + 1], sizeof(double));
    b[k] = take(SIZES[k + 1], sizeof(double));
    gb[k] = take(SIZES[k + 1], sizeof(double));
    read_all(W[k], sizeof(double), SIZES[k] * SIZES[k + 1], file);
    read_all(b[k], sizeof(double), SIZES[k + 1], file);
  }
  answers = take(samples * SIZES[LAYERS], sizeof(double));
  read_all(x[0], sizeof(double), samples * SIZES[0], file);
  read_all(answers, sizeof(double), samples * SIZES[LAYERS], file);
  return serve(classifier_step, classifier_results);
}

int main(int count, char **words) {
  FILE *file = count > 3 ? fopen(words[count - 1], "rb") : NULL;
  if (!file) return 2;
  if (!strcmp(words[1], "chain")) {
    width = atoi(words[2]);
    depth = atoi(words[3]);
    return depth < MOST ? chain(file) : 2;
  }
  samples = atoi(words[2]);
  return classifier(file);
}
