/**
 * How much is drawn at a zoom: numbers while they can be read, then their colours, then sizes, then strokes alone.
 */
import { createContext, useContext } from 'react';

/** From near to far. */
export type Detail = 'numbers' | 'heat' | 'sizes' | 'strokes';

export function detailAt(zoom: number): Detail {
  if (zoom >= 0.4) return 'numbers';
  if (zoom >= 0.16) return 'heat';
  return zoom >= 0.09 ? 'sizes' : 'strokes';
}

const DetailContext = createContext<Detail>('numbers');

export const DetailProvider = DetailContext.Provider;
export const useDetail = (): Detail => useContext(DetailContext);
