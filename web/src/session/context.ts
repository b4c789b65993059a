import { createContext, useContext } from 'react';
import type { SessionStore } from './store.ts';

const SessionContext = createContext<SessionStore | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): SessionStore {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is called outside SessionProvider');
  return session;
}
