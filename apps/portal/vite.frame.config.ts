import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleOptions } from './bundle-options.js';

/** The page that runs inside a learning platform's frame, served by the LTI tool at `/lti/frame/`. */
export default defineConfig({
  plugins: [react()],
  root: fileURLToPath(new URL('src/frame', import.meta.url)),
  publicDir: false,
  base: '/lti/frame/',
  build: { ...bundleOptions, outDir: fileURLToPath(new URL('dist/frame', import.meta.url)) },
});
