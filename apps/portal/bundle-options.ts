import type { BuildOptions } from 'vite';

/** What both entries are built with. */
export const bundleOptions: BuildOptions = {
  emptyOutDir: true,
  // Fonts and pictures stay files: a page that allows only its own origin needs no exception for data: addresses.
  assetsInlineLimit: 0,
  rolldownOptions: {
    output: {
      codeSplitting: {
        // One piece, so that zod is told what it may do (without-eval.ts) before the contracts make their schemas.
        groups: [{ name: 'contracts', test: /without-eval|[\\/]zod[\\/]|packages[\\/](contracts|domain)[\\/]/ }],
      },
    },
  },
};
