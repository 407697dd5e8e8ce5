import '@fontsource-variable/inter';
import './design/tokens.css';
import './design/base.css';
import './shell/shell.css';
import './conversation/conversation.css';
import './settings/panes.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showProblem } from './conversation/connection.ts';
import { startWindow } from './conversation/parley.ts';
import { App } from './shell/App.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
startWindow().catch(showProblem);
