import './ui/mantine.css.ts';
import './ui/page.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { navigate } from 'wouter/use-browser-location';
import { App } from './App.tsx';
import { takeFromAddress } from './address/take.ts';
import { createVisit } from './create-visit.ts';
import { loadChat } from './InsidePage.tsx';
import { takeTrip } from './tab/trip.ts';
import { Broken } from './ui/Broken.tsx';
import { colours, theme } from './ui/theme.ts';
import { VisitProvider } from './visit.ts';

// Codes and tokens leave the address bar before anything is drawn or posted.
const brought = takeFromAddress();
const visit = createVisit((path) => navigate(path, { replace: true }), takeTrip());
void visit.arrive(brought);
if (location.pathname.startsWith('/chat')) loadChat().catch(() => {});

// A link that is opened in a tab of Foyer changes the fragment only, and loads no page.
window.addEventListener('hashchange', () => {
  const next = takeFromAddress();
  if (next.code || next.token) void visit.arrive(next);
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
