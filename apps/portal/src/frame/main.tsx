import '../api/without-eval.js';
import '../ui/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { FrameApp } from './frame-app.js';
import { readLaunch } from './launch.js';
import { enterPage } from './opening.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Once, and before anything is shown: it changes the address under which the page is loaded again.
const opening = enterPage(readLaunch());
createRoot(root).render(
  <StrictMode>
    <FrameApp opening={opening} />
  </StrictMode>,
);
