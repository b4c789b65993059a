import { type ComponentType, useEffect, useState } from 'react';
import { LoadFailedPage } from './LoadFailedPage.tsx';
import { LoadingPage } from './LoadingPage.tsx';
import { reloadStyles } from './reload-styles.ts';

type State = 'asked' | 'missing' | 'ready';

/**
 * A component whose script is fetched when it is first shown. One that cannot be fetched is asked for again as soon as
 * there is a line, and whenever the person likes; React's own `lazy` would keep the failure until the page is loaded again.
 *
 * @param Waiting stands in until the script is there
 * @param Missing stands in when it could not be fetched
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
