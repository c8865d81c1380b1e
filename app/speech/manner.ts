/**
 * How formulas are spoken: "the 2 by 2 matrix. Row 1: 0.1, 0.5 Row 2: negative 0.3, 0.8".
 */
export const MANNER = { domain: 'clearspeak', style: 'Matrix_SilentColNum', markup: 'punctuation' } as const;
