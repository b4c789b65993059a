/** A request that was answered. */
export type AnsweredRequest = {
  method: string;
  /** The pattern of its route, as `/api/chats/:id`: the path itself has ids, and may have anything. */
  route: string;
  status: number;
  /** Until its answer began: a streamed one goes on. */
  durationMs: number;
};

/** What is measured while the server runs. */
export type Metrics = {
  /** Counts a request that was answered. */
  answered: (request: AnsweredRequest) => void;
  /** Ends what reports the figures. */
  close: () => Promise<void>;
};

/** What is traced while the server runs. */
export type Tracing = {
  /** Traces a request while it is answered. */
  request: (traceparent: string | undefined, answer: () => Promise<AnsweredRequest>) => Promise<void>;
  /** Notes a piece of work that has just ended, as done for the request of its async context. */
  note: (name: string, durationMs: number) => void;
  /** Sends what is left. */
  close: () => Promise<void>;
};

/** Where nothing is measured. */
export const noMetrics: Metrics = { answered: () => {}, close: async () => {} };

/** Where nothing is traced. */
export const noTracing: Tracing = {
  request: async (_, answer) => void (await answer()),
  note: () => {},
  close: async () => {},
};
