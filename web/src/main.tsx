import './ui/mantine.css.ts';
import './ui/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { App, loadChat } from './App.tsx';
import { takeLinkCode } from './access/link-code.ts';
import { Broken } from './ui/Broken.tsx';
import { colours, theme } from './ui/theme.ts';
import { createVisit, VisitProvider } from './visit.ts';

// The code leaves the address bar before anything is drawn or posted.
const code = takeLinkCode();
const visit = createVisit((path) => navigate(path, { replace: true }));
void visit.arrive(code);
if (location.pathname.startsWith('/chat')) loadChat().catch(() => {});

// A link that is opened in a tab of Foyer changes the fragment only, and loads no page.
window.addEventListener('hashchange', () => {
  const next = takeLinkCode();
  if (next) void visit.arrive(next);
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <VisitProvider value={visit}>
        <Broken>
          <App />
        </Broken>
      </VisitProvider>
    </MantineProvider>
  </StrictMode>,
);
