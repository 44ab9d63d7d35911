import './console.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startTheme } from './theme.js';
import { startWords } from './words.js';

startTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
// After an update of the server the old page's chunks are gone; a reload brings the new ones, once.
window.addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('carillon.console.reloaded') === location.href) return;
  sessionStorage.setItem('carillon.console.reloaded', location.href);
  location.reload();
});
await startWords();
createRoot(root).render(<App />);
