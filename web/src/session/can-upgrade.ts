import type { Person } from '../api/session.ts';

export const canUpgrade = ({ isGuest, conversion }: Person): boolean => isGuest && conversion !== 'off';
