import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { entryBudget } from './entry-budget.ts'

export default defineConfig({
  plugins: [react(), entryBudget(250)],
  base: './',
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
  },
  worker: { format: 'es' },
  build: {
    outDir: '../ilson/web/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1000, // kB before gzip; the budget above is what holds
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8600' } },
})
