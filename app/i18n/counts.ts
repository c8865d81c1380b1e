/**
 * Large counts, as the language of the page writes them.
 */
import i18next from 'i18next';

export const countText = (count: number | bigint): string => count.toLocaleString(i18next.language);
