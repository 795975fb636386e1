import { createTheme, type MantineColorsTuple } from '@mantine/core';
import css from './theme.module.css';

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

const stop: MantineColorsTuple = [
  '#fbe9e7',
  '#f6d4d0',
  '#e9b8b3',
  '#d98a83',
  '#c75b52',
  '#b53c32',
  '#a3211a',
  '#8a1b15',
  '#6f1510',
  '#540f0b',
];

/** 16 px type keeps a phone from zooming into a field. */
const field = { defaultProps: { size: 'md' as const }, classNames: { input: css.input ?? '' } };
const dialog = { header: css.dialogHeader ?? '', title: css.dialogTitle ?? '' };

/** One accent, calm surfaces; colour is spent on meaning only (design/README.md). */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: 6,
  colors: { brand, stop },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '700' },
  defaultRadius: 8,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'md' }, classNames: { root: css.button ?? '' } },
    TextInput: field,
    PasswordInput: { ...field, classNames: { ...field.classNames, visibilityToggle: css.toggle ?? '' } },
    NativeSelect: field,
    Textarea: field,
    Checkbox: { defaultProps: { size: 'md' }, classNames: { input: css.choice ?? '' } },
    Radio: { defaultProps: { size: 'md' }, classNames: { radio: css.choice ?? '' } },
    Modal: { defaultProps: { centered: true, radius: 12, transitionProps: { duration: 120 } }, classNames: dialog },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } }, classNames: dialog },
  },
});
