import type { Person } from '../api/client.ts';

/** Whether this is a guest who may become a member. */
export const canBecomeMember = ({ isGuest, conversion }: Person): boolean => isGuest && conversion !== 'off';
