import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleOptions } from './bundle-options.js';

export default defineConfig({
  plugins: [react()],
  build: { ...bundleOptions, outDir: 'dist/portal' },
  server: { proxy: { '/api': 'http://localhost:4400' } },
});
