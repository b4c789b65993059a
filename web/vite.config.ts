import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// A build that the service starts itself has its own root and outDir; the rest is decided here.
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    // Texts do nothing when they are loaded: each area goes to the pages that use it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/src\/messages\//, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
