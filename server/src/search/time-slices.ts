import { setImmediate as nextTurn } from 'node:timers/promises';

export type TimeSlices = ReturnType<typeof timeSlices>;

/** Users of one instance share one slice per turn of the event loop. */
export function timeSlices(sliceMs = 8) {
  let endsAt = 0;
  let turn: Promise<void> | null = null;
  const isOver = () => performance.now() >= endsAt;

  return {
    isOver,
    next: async (): Promise<void> => {
      while (isOver()) {
        turn ??= nextTurn().then(() => {
          endsAt = performance.now() + sliceMs;
          turn = null;
        });
        await turn;
      }
    },
  };
}
