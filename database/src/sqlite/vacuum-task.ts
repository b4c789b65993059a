/** What the thread is asked to do. */
export type UpkeepTask = { id: number; task: 'empty log' | 'rewrite' };
