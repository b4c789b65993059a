export type AnsweredRequest = {
  method: string;
  /** The pattern, as `/api/chats/:id`: a path contains ids and anything else. */
  route: string;
  status: number;
  durationMs: number;
};

export type Metrics = {
  answered: (request: AnsweredRequest) => void;
  close: () => Promise<void>;
};

export type Tracing = {
  request: (traceparent: string | undefined, answer: () => Promise<AnsweredRequest>) => Promise<void>;
  /** Records a finished piece of work for the current request. */
  note: (name: string, durationMs: number) => void;
  close: () => Promise<void>;
};

export const noMetrics: Metrics = { answered: () => {}, close: async () => {} };

export const noTracing: Tracing = {
  request: async (_, answer) => void (await answer()),
  note: () => {},
  close: async () => {},
};
