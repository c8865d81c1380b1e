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
import { listenToFailures } from './failures/failures';
import { connectHost } from './host/connect';
import { startLanguage } from './i18n/i18n';
import { startOffline } from './offline/offline';
import { listenToPrinting } from './print/printing';
import { startKeeping } from './recovery/keeping';
import { reopenAfterCrash } from './recovery/opening';
import { listenToLinks } from './share/sharing';
import { startTheme } from './state/theme';
import { startTrustedTypes } from './trusted-types';

startTrustedTypes();
listenToFailures(window);
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
reopenAfterCrash();
listenToLinks(window);
startOffline();
createRoot(document.getElementById('root')!).render(<App />);
