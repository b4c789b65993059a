import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { dark, light } from './look/tokens.ts';

/** Colours that replace those of the tokens. */
export type Accent = Record<'light' | 'dark', Partial<typeof light>>;

const pine: MantineColorsTuple = [
  '#e2eee6',
  '#cfe3d7',
  '#b4e3cd',
  '#8dd0b1',
  '#74bb9a',
  '#4a9876',
  '#2f7d5d',
  '#1c6349',
  '#154f3a',
  '#0f3f2e',
];

export const theme = createTheme({
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: 12,
  fontFamily: 'var(--foyer-text)',
  fontFamilyMonospace: 'var(--foyer-mono-text)',
  lineHeights: { md: '1.5' },
  headings: { fontWeight: '700' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own names, which are the same in light and dark. */
const names = {
  '--mantine-color-body': 'var(--foyer-wall)',
  '--mantine-color-text': 'var(--foyer-ink)',
  '--mantine-color-dimmed': 'var(--foyer-ink-2)',
  '--mantine-color-placeholder': 'var(--foyer-ink-3)',
  '--mantine-color-anchor': 'var(--foyer-accent)',
  '--mantine-color-error': 'var(--foyer-danger)',
  '--mantine-color-default': 'var(--foyer-surface)',
  '--mantine-color-default-hover': 'var(--foyer-quiet)',
  '--mantine-color-default-border': 'var(--foyer-edge)',
  '--mantine-color-disabled': 'var(--foyer-quiet)',
  '--mantine-color-disabled-color': 'var(--foyer-ink-3)',
  '--mantine-color-pine-filled': 'var(--foyer-accent)',
  '--mantine-color-pine-filled-hover': 'var(--foyer-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--foyer-on-accent)',
};

/** All colours of the design as `--foyer-NAME`. */
export function coloursWith(accent: Accent | null): CSSVariablesResolver {
  const resolved = {
    variables: {},
    light: { ...names, ...named({ ...light, ...accent?.light }) },
    dark: { ...names, ...named({ ...dark, ...accent?.dark }) },
  };
  return () => resolved;
}

function named(tokens: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--foyer-${name}`, value]));
}
