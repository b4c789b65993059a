import { setImmediate as nextTurn } from 'node:timers/promises';

export type TimeSlices = ReturnType<typeof timeSlices>;

/**
 * Cuts long work into slices so that others get their turn of the event loop. All work that shares one instance gets
 * one slice per turn together.
 */
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
