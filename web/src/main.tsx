import './ui/look/mantine.css.ts';
import './ui/fonts/fonts.css';
import './ui/page.css';
import { routes } from '@foyer/api/pages';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { App } from './App.tsx';
import { vanish } from './log-out/vanish.ts';
import { ErrorBoundary } from './page/ErrorBoundary.tsx';
import { Themed } from './page/frame/Themed.tsx';
import { loadChat } from './pages.tsx';
import { matchRoute } from './routes.ts';
import { takeFromAddress } from './session/address/take-from-address.ts';
import { openBrowser } from './session/browser.ts';
import { SessionProvider } from './session/context.ts';
import { takeRoundTrip } from './session/storage/oauth-round-trip.ts';
import { createSessionStore } from './session/store.ts';

// Codes and tokens leave the address bar before anything is drawn or sent.
const fromAddress = takeFromAddress();
const { browser, connect } = openBrowser({ navigate: (path) => navigate(path, { replace: true }), vanish });
const session = createSessionStore(browser, takeRoundTrip());
connect(session);
void session.arrive(fromAddress);
const match = matchRoute(location.pathname);
if (match && routes[match.name].chunk === 'chat') loadChat().catch(() => {});

// A link that is opened in a tab of Foyer may change the fragment only: then no page loads.
window.addEventListener('hashchange', () => {
  const next = takeFromAddress();
  if (next.code || next.token) void session.arrive(next);
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SessionProvider value={session}>
      <Themed>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </Themed>
    </SessionProvider>
  </StrictMode>,
);
