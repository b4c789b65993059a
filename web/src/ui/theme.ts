import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
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

/** Primary, secondary, quiet, and `danger` for acts that cannot be undone. */
const variants: VariantColorsResolver = ({ variant }) => {
  const own = (name: string) => `var(--foyer-${name})`;
  const clear = 'transparent';
  const edgeless = `1.5px solid ${clear}`;
  switch (variant) {
    case 'danger':
      return {
        background: own('danger'),
        hover: own('danger-hover'),
        color: own('on-danger'),
        border: edgeless,
      };
    case 'default':
      return {
        background: own('surface'),
        hover: own('quiet'),
        color: own('ink'),
        border: `1.5px solid ${own('edge')}`,
      };
    case 'subtle':
      return { background: clear, hover: own('soft'), color: own('accent'), border: edgeless };
    default:
      return {
        background: own('accent'),
        hover: own('accent-hover'),
        color: own('on-accent'),
        border: edgeless,
      };
  }
};

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
  variantColorResolver: variants,
  components: {
    // The hint stands below its field, and the error in place of the hint.
    TextInput: {
      defaultProps: {
        inputWrapperOrder: ['label', 'input', 'description', 'error'],
        errorProps: { role: 'alert' },
        withAsterisk: false,
      },
    },
  },
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
