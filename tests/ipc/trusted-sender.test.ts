import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { answer, ProblemError } from '../../electron/ipc/derive-ipc.ts';
import { isTrustedSender } from '../../electron/ipc/trusted-sender.ts';
import { DEFAULT_SETTINGS, windowContract } from '../../electron/ipc/window-schema.ts';

/** Read apart from the code under test: `app://ui:/x@evil/` is our own page too, with an empty port. */
const isOurPage = (url: string | null): boolean => /^app:\/\/ui:?(?:[/?#]|$)/i.test(url ?? '');

const ours = { url: 'app://ui/index.html', isMainFrame: true, live: true };

describe('who may send messages to main', () => {
  it('the live main frame of our own page', () => expect(isTrustedSender(ours)).toBe(true));

  it.each([
    ['a frame inside the page', { ...ours, isMainFrame: false }],
    ['a window that is gone', { ...ours, live: false }],
    ['a frame without an address', { ...ours, url: null }],
    ['an empty address', { ...ours, url: '' }],
    ['about:blank', { ...ours, url: 'about:blank' }],
    ['another host', { ...ours, url: 'app://ui.evil/index.html' }],
    ['another scheme', { ...ours, url: 'https://ui/index.html' }],
    ['an address with a user', { ...ours, url: 'app://user@ui/index.html' }],
  ])('never %s', (_name, sender) => expect(isTrustedSender(sender)).toBe(false));

  it('none of 10,000 forged senders', () => {
    const url = fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom(null, '', 'about:blank', 'app:ui', 'file:///x'),
      fc.domain().map((host) => `app://${host}/index.html`),
      fc.string().map((text) => `app://ui${text.replace(/^[/?#]/, '')}x@evil/`),
    );
    const forged = fc.oneof(
      fc.record({ url, isMainFrame: fc.boolean(), live: fc.boolean() }),
      fc
        .record({ url: fc.constant(ours.url), isMainFrame: fc.boolean(), live: fc.boolean() })
        .filter((sender) => !sender.isMainFrame || !sender.live),
    );
    fc.assert(
      fc.property(forged, (sender) => !isTrustedSender(sender) || isOurPage(sender.url)),
      { numRuns: 10_000 },
    );
  });
});

describe('what reaches a handler', () => {
  const names = Object.keys(windowContract.requests) as (keyof typeof windowContract.requests)[];
  const spy = vi.fn();
  const handlers = Object.fromEntries(names.map((name) => [name, (input: unknown) => spy(name, input)])) as never;

  it('is always inside the schema: fuzzed inputs are refused or exactly what was agreed', async () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true });
    const nearly = fc.record(
      {
        volume: fc.oneof(fc.double(), fc.string()),
        rate: anything,
        cues: anything,
        state: anything,
        ['__proto__']: anything,
        surprise: anything,
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom<string>(...names), fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
        fc.oneof(anything, nearly),
        async (name, input) => {
          spy.mockClear();
          await answer(windowContract, handlers, name, input).catch((failure: unknown) => {
            if (spy.mock.calls.length === 0) expect(failure).toBeInstanceOf(ProblemError);
          });
          for (const [called, given] of spy.mock.calls as [(typeof names)[number], unknown][])
            expect(windowContract.requests[called].input.safeParse(given).success).toBe(true);
          expect(({} as Record<string, unknown>)['surprise']).toBeUndefined();
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('refuses unknown fields and out-of-range values by name', async () => {
    await expect(answer(windowContract, handlers, 'changeSettings', { volume: 2 })).rejects.toThrow(/changeSettings .* at volume/);
    await expect(answer(windowContract, handlers, 'changeSettings', { surprise: 1 })).rejects.toThrow(ProblemError);
    await expect(answer(windowContract, handlers, 'readSettings', {})).rejects.toThrow(ProblemError);
    expect(DEFAULT_SETTINGS.volume).toBe(1);
  });
});
