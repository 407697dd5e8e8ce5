import { beginMicrophone } from './microphone/the-microphone.ts';

/** A window that nobody sees may never paint. */
const LONGEST_UNTIL_PAINTED_MS = 150;

// Main tells Chromium which appearance is wished for: the colours are right before the settings are read.
document.documentElement.dataset['appearance'] = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

/** The page's first and smallest script. What is to be painted first has the computer for itself: it costs the rest 30 ms, and is there 100 ms sooner. */
void painted().then(() => {
  // The microphone opens while the window itself is still being read.
  void beginMicrophone();
  void import('./main.tsx');
});

function painted(): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, LONGEST_UNTIL_PAINTED_MS);
  });
}
