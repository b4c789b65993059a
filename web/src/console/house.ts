import { createContext, useContext } from 'react';
import type { Options } from './api/codes.ts';
import type { Me } from './api/operators.ts';

/** What all pages of the console know. */
export type House = { me: Me; options: Options };

const HouseContext = createContext<House | null>(null);
export const HouseProvider = HouseContext.Provider;

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('useHouse is called outside the console');
  return house;
}
