/**
 * The page starts here.
 */
import './theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { listenToKeys } from './commands/keyboard';
import { connectHost } from './host/connect';
import { startTheme } from './state/theme';

startTheme();
listenToKeys(window);
connectHost();
createRoot(document.getElementById('root')!).render(<App />);
