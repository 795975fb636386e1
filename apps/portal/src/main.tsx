import './api/without-eval.js';
import './ui/styles.js';
import { createClient } from '@journeybook/contracts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={createClient({ baseUrl: '', repeatsOnce: true })} />
  </StrictMode>,
);
