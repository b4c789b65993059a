/** The result of an event: the next state, and the effects to run. */
export type Transition<State, Effect> = { state: State; effects: Effect[] };

export type Machine<State, Event> = {
  current: () => State;
  subscribe: (listener: () => void) => () => void;
  /** Resolves when everything that follows from the event is done. */
  dispatch: (event: Event) => Promise<void>;
};

/**
 * Holds a state outside React, where an answer finds the latest one at once.
 *
 * @param reduce says what follows from an event; it does nothing itself
 * @param run does an effect; one that takes time answers with another event
 */
export function createMachine<State, Event, Effect>(
  initial: State,
  reduce: (state: State, event: Event) => Transition<State, Effect>,
  run: (effect: Effect) => Promise<Event | null> | undefined,
): Machine<State, Event> {
  const listeners = new Set<() => void>();
  let current = initial;

  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispatch,
  };

  async function dispatch(event: Event): Promise<void> {
    const { state, effects } = reduce(current, event);
    const hasChanged = state !== current;
    current = state;
    const running = effects.map(run);
    if (hasChanged) for (const listener of listeners) listener();
    await Promise.all(running.map(follow));
  }

  async function follow(answer: Promise<Event | null> | undefined) {
    const event = await answer;
    if (event) await dispatch(event);
  }
}
