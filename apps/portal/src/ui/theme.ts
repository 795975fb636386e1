import { createTheme, type MantineColorsTuple } from '@mantine/core';

const brand: MantineColorsTuple = [
  '#e9f4f5',
  '#d3e7ea',
  '#a5ced4',
  '#74b4bd',
  '#4c9caa',
  '#2a8091',
  '#0b5c6b',
  '#094c58',
  '#073d47',
  '#052d35',
];

/** A finger needs 44 px (WCAG 2.5.5), and 16 px type keeps a phone from zooming into a field. */
const field = { defaultProps: { size: 'md' as const }, styles: { input: { minHeight: 44 } } };

/** One accent, calm surfaces; colour is spent on meaning only (design/README.md). */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '700' },
  defaultRadius: 8,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: 44, paddingInline: 16, fontSize: 15 } } },
    TextInput: field,
    PasswordInput: { ...field, styles: { input: { minHeight: 44 }, visibilityToggle: { width: 36, height: 36 } } },
    NativeSelect: field,
    Textarea: field,
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 12, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});
