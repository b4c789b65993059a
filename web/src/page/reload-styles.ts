const broken = new Set<HTMLLinkElement>();

// The error event of a link does not bubble.
window.addEventListener('error', ({ target }) => void (isStyle(target) && broken.add(target)), true);

/** Retries style sheets that failed to load: Vite's loader tries each only once. */
export async function reloadStyles() {
  await Promise.all([...broken].map(fetchAgain));
}

function fetchAgain(link: HTMLLinkElement): Promise<void> {
  const fresh = document.createElement('link');
  fresh.rel = 'stylesheet';
  fresh.href = link.href;
  broken.delete(link);
  return new Promise((resolve, reject) => {
    fresh.onload = () => resolve();
    fresh.onerror = () => reject(new Error(`${link.href} cannot be loaded`));
    link.replaceWith(fresh);
  });
}

function isStyle(target: EventTarget | null): target is HTMLLinkElement {
  return target instanceof HTMLLinkElement && target.rel === 'stylesheet';
}
