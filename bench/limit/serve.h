/* The conversation of a contest with a program in C: "run COUNT" answers the nanoseconds, "write FILE" writes the results and answers "ok". */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int64_t nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void *take(size_t count, size_t size) {
  void *memory = aligned_alloc(64, (count * size + 63) / 64 * 64);
  if (!memory) exit(1);
  memset(memory, 0, count * size);
  return memory;
}

static void read_all(void *memory, size_t size, size_t count, FILE *file) {
  if (fread(memory, size, count, file) != count) exit(1);
}

static int serve(void (*step)(void), void (*write_results)(FILE *)) {
  char line[4096];
  puts("ready");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    if (!strncmp(line, "run ", 4)) {
      long count = atol(line + 4);
      int64_t start = nanoseconds();
      for (long k = 0; k < count; k++) step();
      printf("%lld\n", (long long)(nanoseconds() - start));
    } else if (!strncmp(line, "write ", 6)) {
      FILE *file = fopen(line + 6, "wb");
      if (!file) return 1;
      write_results(file);
      fclose(file);
      puts("ok");
    }
    fflush(stdout);
  }
  return 0;
}
