import './ui/look/mantine.css.ts';
import './ui/fonts/fonts.css';
import './ui/page.css';
import { routes } from '@foyer/api/pages';
import { directionOf, languageOfTag } from '@foyer/policy';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { vanish } from './log-out/vanish.ts';
import { currentLanguage, showLanguage, subscribeToLanguage } from './messages/show-language.ts';
import { loadChat } from './pages.tsx';
import { Root } from './Root.tsx';
import { matchRoute } from './routes.ts';
import { takeFromAddress } from './session/address/take-from-address.ts';
import { openBrowser } from './session/browser.ts';
import { takeRoundTrip } from './session/storage/oauth-round-trip.ts';
import { createSessionStore } from './session/store.ts';

// Codes and tokens leave the address bar before anything is drawn or sent.
const fromAddress = takeFromAddress();
// The server wrote the language into the page.
const texts = showLanguage(languageOfTag(document.documentElement.lang) ?? 'en');
subscribeToLanguage(() => {
  document.documentElement.lang = currentLanguage();
  document.documentElement.dir = directionOf(currentLanguage());
});
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
await texts;
createRoot(root).render(<Root session={session} />);
