import { MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useBrand } from '../../session/use-brand.ts';
import { coloursWith, theme } from '../../ui/theme.ts';

/** The design, with the colour of the house. */
export function Themed({ children }: { children: ReactNode }) {
  const { accent } = useBrand();
  const colours = useMemo(() => coloursWith(accent), [accent]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}
