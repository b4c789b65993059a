import { useSyncExternalStore } from 'react';
import type { Bootstrap } from '../api/session.ts';
import * as t from '../messages/texts.ts';
import { useSession } from './context.ts';

type Brand = Bootstrap['brand'];

/** Who invites. Until the server has said it: nobody but Foyer. */
export function useBrand(): Brand {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  return session.step === 'ready' ? session.bootstrap.brand : nobody();
}

/** Draws Foyer's own mark where it has no picture. */
export function isFoyer({ name }: Brand): boolean {
  return name === t.common.appName;
}

function nobody(): Brand {
  const name = t.common.appName;
  return { name, logo: null, accent: null, imprintUrl: null, privacyUrl: null, supportUrl: null };
}
