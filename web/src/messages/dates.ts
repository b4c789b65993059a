const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const formatDay = (time: number): string => day.format(time);

export const formatMoment = (time: number): string => moment.format(time);
