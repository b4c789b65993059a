import { DirectionProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { App } from './App.tsx';
import { ErrorBoundary } from './page/ErrorBoundary.tsx';
import { Themed } from './page/frame/Themed.tsx';
import { SessionProvider } from './session/context.ts';
import type { SessionStore } from './session/store.ts';
import { useLanguage } from './ui/language/use-language.ts';

/** Draws everything anew in another language. Nothing is mounted anew, so what was typed stays. */
export function Root({ session }: { session: SessionStore }) {
  useLanguage();
  return (
    <StrictMode>
      <DirectionProvider>
        <SessionProvider value={session}>
          <Themed>
            <ErrorBoundary>
              <App />
            </ErrorBoundary>
          </Themed>
        </SessionProvider>
      </DirectionProvider>
    </StrictMode>
  );
}
