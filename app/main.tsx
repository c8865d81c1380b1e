/**
 * The page starts here.
 */
import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { listenToClipboard } from './commands/clipboard';
import { listenToConnecting } from './commands/connecting';
import { listenToKeys } from './commands/keyboard';
import { listenToParts } from './commands/parts';
import { listenToFullScreen } from './commands/present-commands';
import { connectHost } from './host/connect';
import { startLanguage } from './i18n/i18n';
import { startOffline } from './offline/offline';
import { listenToPrinting } from './print/printing';
import { startKeeping } from './recovery/keeping';
import { listenToLinks } from './share/sharing';
import { startTheme } from './state/theme';

startTheme();
startLanguage();
listenToConnecting(window);
listenToKeys(window);
listenToParts(window);
listenToClipboard(window);
listenToFullScreen();
listenToPrinting(window);
connectHost();
startKeeping();
listenToLinks(window);
startOffline();
createRoot(document.getElementById('root')!).render(<App />);
