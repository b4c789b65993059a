export type VacuumTask = { id: number; task: 'empty log' | 'rewrite' };
