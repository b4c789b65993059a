import { setImmediate as nextTurn } from 'node:timers/promises';

export type TimeSlices = ReturnType<typeof timeSlices>;

/**
 * Cuts long work into slices, between which others have their turn of the event loop. All who share it work for one slice in
 * a turn, together.
 */
export function timeSlices(sliceMs = 8) {
  let endsAt = 0;
  let turn: Promise<void> | null = null;
  const isOver = () => performance.now() >= endsAt;

  return {
    /** Whether it is time to wait for the next slice. */
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
