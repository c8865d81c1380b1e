/**
 * The page starts here.
 */
import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { listenToClipboard } from './commands/clipboard';
import { listenToConnecting } from './commands/connecting';
import { listenToKeys } from './commands/keyboard';
import { connectHost } from './host/connect';
import { startLanguage } from './i18n/i18n';
import { listenToPrinting } from './print/printing';
import { startTheme } from './state/theme';

startTheme();
startLanguage();
listenToConnecting(window);
listenToKeys(window);
listenToClipboard(window);
listenToPrinting(window);
connectHost();
createRoot(document.getElementById('root')!).render(<App />);
