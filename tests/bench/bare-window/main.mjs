import { app, BrowserWindow } from 'electron';

// The smallest window there is: what a start cannot be faster than.
app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 760, height: 900, show: false });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('painted\n');
  });
  await window.loadFile(new URL('index.html', import.meta.url).pathname);
});
