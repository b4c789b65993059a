import type { Person } from '../api/session.ts';

/** Whether this is a guest who may become a member. */
export const canUpgrade = ({ isGuest, conversion }: Person): boolean => isGuest && conversion !== 'off';
