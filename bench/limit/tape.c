/*
 * The limit for graphs of numbers: values, the partial of every edge, and the gradient of every node, as a good C programmer would write it.
 * Usage: tape GRAPH, where GRAPH holds int32 size, int32 inputs, double[inputs], int32 first[size], int32 second[size], uint8 code[size].
 */
#include <math.h>
#include "serve.h"

enum { VARIABLE, ADD, MULTIPLY, SIN, TANH, EXP };

static int32_t size, inputs;
static uint8_t *code;
static int32_t *first, *second;
static double *value, *first_partial, *second_partial, *gradient;

static void forward(void) {
  for (int32_t i = inputs; i < size; i++) {
    double a = value[first[i]];
    switch (code[i]) {
      case ADD:
        value[i] = a + value[second[i]];
        first_partial[i] = 1;
        second_partial[i] = 1;
        break;
      case MULTIPLY: {
        double b = value[second[i]];
        value[i] = a * b;
        first_partial[i] = b;
        second_partial[i] = a;
        break;
      }
      case SIN:
        value[i] = sin(a);
        first_partial[i] = cos(a);
        break;
      case TANH: {
        double t = tanh(a);
        value[i] = t;
        first_partial[i] = 1 - t * t;
        break;
      }
      case EXP: {
        double e = exp(a);
        value[i] = e;
        first_partial[i] = e;
        break;
      }
    }
  }
}

static void reverse(void) {
  memset(gradient, 0, size * sizeof(double));
  gradient[size - 1] = 1;
  for (int32_t i = size - 1; i >= inputs; i--) {
    double g = gradient[i];
    gradient[first[i]] += g * first_partial[i];
    if (second[i] >= 0) gradient[second[i]] += g * second_partial[i];
  }
}

static void step(void) {
  forward();
  reverse();
}

static void write_results(FILE *file) {
  fwrite(value, sizeof(double), size, file);
  fwrite(gradient, sizeof(double), size, file);
  fwrite(first_partial, sizeof(double), size, file);
  fwrite(second_partial, sizeof(double), size, file);
}

int main(int count, char **words) {
  FILE *file = count > 1 ? fopen(words[1], "rb") : NULL;
  if (!file) return 2;
  read_all(&size, sizeof size, 1, file);
  read_all(&inputs, sizeof inputs, 1, file);
  value = take(size, sizeof(double));
  first_partial = take(size, sizeof(double));
  second_partial = take(size, sizeof(double));
  gradient = take(size, sizeof(double));
  first = take(size, sizeof(int32_t));
  second = take(size, sizeof(int32_t));
  code = take(size, 1);
  read_all(value, sizeof(double), inputs, file);
  read_all(first, sizeof(int32_t), size, file);
  read_all(second, sizeof(int32_t), size, file);
  read_all(code, 1, size, file);
  fclose(file);
  return serve(step, write_results);
}
