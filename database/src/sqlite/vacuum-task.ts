/** What the thread is asked to do. */
export type VacuumTask = { id: number; task: 'empty log' | 'rewrite' };
