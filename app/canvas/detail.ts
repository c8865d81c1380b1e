/**
 * How much is drawn at a zoom: numbers while they can be read, then sizes, then strokes alone.
 */
import { createContext, useContext } from 'react';

export type Detail = 'numbers' | 'sizes' | 'strokes';

export function detailAt(zoom: number): Detail {
  if (zoom >= 0.38) return 'numbers';
  return zoom >= 0.22 ? 'sizes' : 'strokes';
}

const DetailContext = createContext<Detail>('numbers');

export const DetailProvider = DetailContext.Provider;
export const useDetail = (): Detail => useContext(DetailContext);
