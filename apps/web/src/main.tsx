import '@carillon/ui/tokens.css';
import '@carillon/ui/base.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startI18n } from './i18n.js';
import { applyTheme, readTheme } from './theme.js';

applyTheme(readTheme());
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
await startI18n();
createRoot(root).render(<App />);
