/** A long text that can be told to be whole: it begins and ends with its number. */
export const textNumber = (k: number): string => `${k}\n${'x'.repeat(100_000)}\n${k}`;

export function isWhole(text: string): boolean {
  const k = Number.parseInt(text, 10);
  return text === textNumber(k);
}
