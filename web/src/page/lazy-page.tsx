import { type ComponentType, useEffect, useState } from 'react';
import { LoadFailedPage } from './LoadFailedPage.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { reloadStyles } from './reload-styles.ts';

type State = 'asked' | 'missing' | 'ready';

/**
 * A component whose script is loaded when it is first shown. After a failure it is loaded again when the browser is online,
 * or when the person asks. React's own `lazy` would keep the failure until a reload.
 *
 * @param Waiting shown until the script is there
 * @param Missing shown when it did not load
 */
export function lazyPage<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Waiting: ComponentType<Props> = LoadingPage,
  Missing: ComponentType<Props & { again: () => void }> = LoadFailedPage,
) {
  let Ready: ComponentType<Props> | null = null;

  return function LazyPage(props: Props) {
    const [state, setState] = useState<State>(Ready ? 'ready' : 'asked');
    const again = () => setState('asked');

    useEffect(() => {
      if (state !== 'asked') return;
      let isCurrent = true;
      const settle = (next: State) => isCurrent && setState(next);
      fetchScript().then(
        () => settle('ready'),
        () => settle('missing'),
      );
      return () => {
        isCurrent = false;
      };
    }, [state]);

    useEffect(() => {
      if (state !== 'missing') return;
      const retry = () => setState('asked');
      window.addEventListener('online', retry);
      return () => window.removeEventListener('online', retry);
    }, [state]);

    if (state === 'ready' && Ready) return <Ready {...props} />;
    return state === 'missing' ? <Missing {...props} again={again} /> : <Waiting {...props} />;
  };

  async function fetchScript() {
    await reloadStyles();
    Ready ??= (await load()).default;
  }
}
