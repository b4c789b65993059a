import { DirectionProvider, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { App } from './App.tsx';
import { ErrorBoundary } from './page/ErrorBoundary.tsx';
import { SessionProvider } from './session/context.ts';
import type { SessionStore } from './session/store.ts';
import { useLanguage } from './ui/language/use-language.ts';
import { colours, theme } from './ui/theme.ts';

/** Draws everything anew in another language. Nothing is mounted anew, so what was typed stays. */
export function Root({ session }: { session: SessionStore }) {
  useLanguage();
  return (
    <StrictMode>
      <DirectionProvider>
        <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
          <SessionProvider value={session}>
            <ErrorBoundary>
              <App />
            </ErrorBoundary>
          </SessionProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  );
}
