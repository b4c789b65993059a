const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const dayOf = (time: number): string => day.format(time);

export const momentOf = (time: number): string => moment.format(time);
