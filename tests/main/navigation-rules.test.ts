import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ dialog: {}, shell: {} }));

const { mayNavigate } = await import('../../electron/main/navigation-rules.ts');
const { mayLoad } = await import('../../electron/main/network-wall.ts');
const { readExternalLink } = await import('../../electron/main/external-links.ts');
const { mayUse } = await import('../../electron/main/permissions.ts');

/** 500 and more addresses that must lead nowhere: schemes x hosts x tricks. */
function strangers(): string[] {
  const schemes = [
    'http',
    'https',
    'file',
    'ftp',
    'ws',
    'wss',
    'smb',
    'ms-msdt',
    'calculator',
    'search-ms',
    'vscode',
    'chrome',
    'devtools',
    'app2',
    'xapp',
  ];
  const hosts = [
    'ui',
    'ui.evil.example',
    'evil.example',
    'localhost',
    '127.0.0.1',
    '[::1]',
    'xn--u-fga.example',
    'ui%2eevil.example',
    'UI',
    'host\\share',
  ];
  const paths = ['/', '/index.html', '//ui/index.html', '/..%2f..%2fetc'];
  const crossed = schemes.flatMap((scheme) => hosts.flatMap((host) => paths.map((path) => `${scheme}://${host}${path}`)));
  const ownScheme = [
    'ui.evil',
    'evil',
    'ui:80',
    'ui@evil',
    'user@ui',
    'user:pass@ui',
    'u%69',
    'ui.',
    '',
    'ui%00',
    'UI',
    'üi',
    'ui evil',
  ].map((host) => `app://${host}/index.html`);
  const odd = [
    '',
    ' ',
    'about:blank',
    'about:srcdoc',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://evil.example/1',
    'app:',
    'app:ui',
    'app:/ui/index.html',
    'ui/index.html',
    '//ui/index.html',
    'view-source:app://ui/index.html',
    'filesystem:app://ui/x',
    'null',
    'app;//ui/',
  ];
  return [...crossed, ...ownScheme, ...odd];
}

describe('addresses', () => {
  it('the page may go nowhere but to itself: over 500 others are refused', () => {
    const all = strangers();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(mayNavigate)).toEqual([]);
    expect(['app://ui/index.html', 'app://ui/', 'app://ui/index.html?pane=history#top'].every(mayNavigate)).toBe(true);
  });

  it('the page may load only its own files and what it made in memory', () => {
    const loaded = strangers().filter(mayLoad);
    expect(loaded.filter((address) => !/^(data|blob|devtools):/.test(address))).toEqual([]);
  });

  it('only https and mail links may be offered to the system', () => {
    const offered = strangers().filter((address) => readExternalLink(address) !== null);
    expect(offered.filter((address) => !address.startsWith('https://'))).toEqual([]);
    expect(readExternalLink('https://example.com/a?b=1')).toEqual({ url: 'https://example.com/a?b=1', shownAs: 'example.com' });
    expect(readExternalLink('https://good.example@evil.example/')).toBeNull();
    expect(readExternalLink('mailto:someone@example.com?attach=/etc/passwd&body=x')).toEqual({
      url: 'mailto:someone@example.com',
      shownAs: 'someone@example.com',
    });
    expect(readExternalLink(`https://example.com/${'a'.repeat(3000)}`)).toBeNull();
  });
});

describe('permissions', () => {
  const names =
    'accessibility-events background-sync clipboard-read clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation hid idle-detection keyboardLock media mediaKeySystem midi midiSysex notifications openExternal payment-handler pointerLock screen-wake-lock sensors serial speaker-selection storage-access top-level-storage-access unknown usb window-management'.split(
      ' ',
    );
  const origins = ['app://ui/index.html', 'app://evil/', 'https://ui/', 'about:blank', null];
  const kinds = [['audio'], ['video'], ['audio', 'video'], []];

  it('of every permission, origin, frame and device exactly one is allowed: our page, the microphone', () => {
    const allowed = names.flatMap((permission) =>
      origins.flatMap((url) =>
        [true, false].flatMap((isMainFrame) => kinds.map((mediaTypes) => ({ permission, url, isMainFrame, mediaTypes })).filter(mayUse)),
      ),
    );
    expect(allowed).toEqual([{ permission: 'media', url: 'app://ui/index.html', isMainFrame: true, mediaTypes: ['audio'] }]);
  });
});
