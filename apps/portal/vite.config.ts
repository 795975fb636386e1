import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Fonts and pictures stay files: a page that allows only its own origin needs no exception for data: addresses.
  build: { outDir: 'dist/portal', emptyOutDir: true, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://localhost:4400' } },
});
