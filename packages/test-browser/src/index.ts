export { chromiumPath } from './chromium-path.js';
export { launchArgs, launchBrowser } from './launch-browser.js';
