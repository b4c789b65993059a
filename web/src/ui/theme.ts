import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef7f3',
  '#dcece4',
  '#b8dacb',
  '#8fc5ae',
  '#6bb394',
  '#469877',
  '#2f8262',
  '#236c51',
  '#1b5741',
  '#123f2f',
];

const night: MantineColorsTuple = [
  '#dfe3df',
  '#bcc2bc',
  '#a3aaa3',
  '#858d86',
  '#5f6761',
  '#3d4540',
  '#262c28',
  '#171a18',
  '#121513',
  '#0c0e0d',
];

/** For acts that cannot be undone. White text on it is readable in light and in dark mode. */
export const dangerColour = '#a3301f';

export const theme = createTheme({
  colors: { pine, dark: night },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  respectReducedMotion: true,
});

export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-text': '#22261f',
    '--mantine-color-dimmed': '#5b6159',
    '--mantine-color-placeholder': '#6b7169',
    '--mantine-color-error': '#a3301f',
    '--mantine-color-disabled': '#ebe7de',
    '--mantine-color-disabled-color': '#7d8178',
    '--foyer-surface': '#ffffff',
    '--foyer-quiet': '#f1eee7',
    '--foyer-locked': '#f1eee7',
    '--foyer-line': '#ded9ce',
    '--foyer-refused': '#fbeeeb',
    '--foyer-refused-text': '#8a2417',
    '--foyer-warn': '#f8ebc9',
    '--foyer-warn-text': '#6b4a00',
    '--foyer-code-comment': '#62675f',
    '--foyer-code-keyword': '#7a2d6d',
    '--foyer-code-string': '#236c51',
    '--foyer-code-value': '#8a4413',
    '--foyer-code-name': '#1f5a8a',
  },
  dark: {
    '--mantine-color-body': '#171a18',
    '--mantine-color-text': '#e2e5e0',
    '--mantine-color-dimmed': '#a3aaa3',
    '--mantine-color-placeholder': '#949c95',
    '--mantine-color-error': '#f0998b',
    '--mantine-color-pine-light': '#23382e',
    '--mantine-color-pine-light-hover': '#2a4337',
    '--mantine-color-pine-light-color': '#b8dacb',
    '--mantine-color-disabled': '#262c28',
    '--mantine-color-disabled-color': '#858d86',
    '--foyer-surface': '#1e2220',
    '--foyer-quiet': '#242926',
    '--foyer-locked': '#171a18',
    '--foyer-line': '#363d38',
    '--foyer-refused': '#3a211d',
    '--foyer-refused-text': '#f6b9ae',
    '--foyer-warn': '#3a2f14',
    '--foyer-warn-text': '#f0d48c',
    '--foyer-code-comment': '#a3aaa3',
    '--foyer-code-keyword': '#dfa6d4',
    '--foyer-code-string': '#8fc5ae',
    '--foyer-code-value': '#e8b183',
    '--foyer-code-name': '#9cc4ea',
  },
});
