import '../api/without-eval.js';
import '../ui/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FrameApp } from './frame-app.js';
import { readLaunch } from './launch.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <FrameApp launch={readLaunch()} />
  </StrictMode>,
);
