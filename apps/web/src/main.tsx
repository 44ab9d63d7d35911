import '@carillon/ui/tokens.css';
import '@carillon/ui/base.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startI18n } from './i18n.js';
import { applyTheme, readTheme } from './theme.js';
import { watchInstall } from './worker/install-hint.js';
import { startWorker } from './worker/register-worker.js';

applyTheme(readTheme());
watchInstall();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
// After an update of the server the old page's chunks are gone; a reload brings the new ones, once.
window.addEventListener('vite:preloadError', () => {
  // Offline a reload would end in the browser's own error page, and with it the page that still works.
  if (!navigator.onLine || sessionStorage.getItem('carillon.reloaded') === location.href) return;
  sessionStorage.setItem('carillon.reloaded', location.href);
  location.reload();
});
await startI18n();
createRoot(root).render(<App />);
startWorker();
