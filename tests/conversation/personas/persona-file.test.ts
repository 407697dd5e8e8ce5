import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportPersonaFile, parsePersonaFile } from '../../../electron/conversation/personas/persona-file.ts';
import { plainText } from '../../../electron/conversation/personas/plain-text.ts';
import { avatarDrawingSchema, type Persona, personaSchema, toneSchema } from '../../../electron/ipc/persona-schema.ts';
import { ada, PIXEL } from './some-persona.ts';

const file = (changes: Record<string, unknown>) => JSON.stringify({ format: 'parley-persona', ...ada, ...changes });
const withSide = (pixels: number) => {
  const [head = '', data = ''] = PIXEL.split(',');
  const bytes = Buffer.from(data, 'base64');
  bytes.writeUInt32BE(pixels, 16);
  return `${head},${bytes.toString('base64')}`;
};
const problemOf = (text: string) => {
  const read = parsePersonaFile(text);
  return 'problem' in read ? read.problem : null;
};

const visibleText = (most: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: most })
    .map((text) => plainText(text).text.slice(0, most).trim())
    .filter((text) => text !== '' && plainText(text).text === text);
const hundredths = (least: number, most: number) =>
  fc.integer({ min: Math.ceil(least * 100), max: Math.floor(most * 100) }).map((value) => value / 100);

const anyPersona: fc.Arbitrary<Persona> = fc.record({
  version: fc.constant(1 as const),
  id: fc.stringMatching(/^[a-z][a-z0-9-]{1,30}$/),
  name: visibleText(40),
  roles: fc.uniqueArray(fc.constantFrom('teacher', 'language partner', "doctor's receptionist"), { maxLength: 3 }),
  character: visibleText(400),
  about: visibleText(1000),
  greeting: visibleText(200),
  refusal: visibleText(300),
  manner: fc.record({ notices: visibleText(300), mostSentences: fc.integer({ min: 1, max: 12 }), ending: visibleText(300) }),
  voice: fc.record({
    voiceId: fc.stringMatching(/^[a-z0-9-]{1,60}$/),
    rate: hundredths(0.65, 1.5),
    pitch: hundredths(0.7, 1.4),
    formant: hundredths(0.7, 1.4),
  }),
  hostedVoices: fc.dictionary(fc.constantFrom('openai', 'xai', 'gemini'), fc.constantFrom('marin', 'Kore', 'eve'), {
    noNullPrototype: true,
  }),
  patience: hundredths(0.5, 3),
  language: fc.constantFrom('en', 'en-US', 'de-CH', 'sr-Latn-RS'),
  tone: fc.constantFrom(...toneSchema.options),
  avatar: fc.constantFrom(...avatarDrawingSchema.options, PIXEL),
  skills: fc.option(fc.uniqueArray(fc.constantFrom('clock', 'timer', 'math'), { maxLength: 3 })),
  knowsAboutMe: fc.boolean(),
  limits: fc.array(fc.record({ topic: fc.constantFrom('health', 'law', 'money'), sentence: visibleText(300) }), { maxLength: 3 }),
});

describe('a persona file', () => {
  it('comes back as the persona it was made of, whatever is in it', () => {
    fc.assert(
      fc.property(anyPersona, (persona) => {
        expect(personaSchema.safeParse(persona).error?.message).toBeUndefined();
        expect(parsePersonaFile(exportPersonaFile(persona))).toEqual({ persona, warnings: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is never more than a problem in one sentence, whatever the text is', () => {
    const check = (text: string) => {
      const read = parsePersonaFile(text);
      if ('problem' in read) expect(read.problem).toMatch(/^[^\n]{5,400}$/);
      else expect(personaSchema.parse(read.persona)).toEqual(read.persona);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), check));
    fc.assert(fc.property(fc.json({ maxDepth: 4 }), check));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(ada)), fc.jsonValue({ maxDepth: 2 }), (key, value) => check(file({ [key]: value }))),
      { numRuns: 400 },
    );
  });

  it('of 50 MB is refused before it is parsed', () => {
    const huge = `{"format":"parley-persona","about":"${'x'.repeat(50_000_000)}"}`;
    const startMs = performance.now();
    expect(problemOf(huge)).toBe('it is larger than 1 MB, and a persona never is');
    expect(performance.now() - startMs).toBeLessThan(20);
  });

  it('of another program, of a newer Parley, or cut off says so', () => {
    expect(problemOf('{"name":"Ada"}')).toBe('it is no persona file of Parley: its "format" is not "parley-persona"');
    expect(problemOf(file({ version: 7, aura: 'blue' }))).toBe(
      'it was made by a newer version of Parley (persona format 7, this one reads 1)',
    );
    expect(problemOf(file({}).slice(0, -5))).toBe('it is not valid JSON');
    expect(problemOf('')).toBe('it is not valid JSON');
    expect(problemOf('null')).toContain('no persona file');
  });

  it.each([
    ['{"format":"parley-persona","__proto__":{"isAdmin":true}}', '"__proto__"'],
    ['{"format":"parley-persona","voice":{"constructor":{"prototype":{}}}}', '"voice.constructor"'],
    ['{"format":"parley-persona","limits":[{"prototype":1}]}', '"limits.0.prototype"'],
  ])('with a key that changes what objects are is refused with its path: %s', (text, path) => {
    expect(problemOf(text)).toBe(`it holds the key ${path}, which no persona has`);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('nested like a bomb is refused in no time', () => {
    const startMs = performance.now();
    expect(problemOf('['.repeat(900_000))).toContain('nested more than 8 deep');
    expect(problemOf(`{"a":${'{"a":'.repeat(100_000)}1`)).toContain('nested more than 8 deep');
    expect(performance.now() - startMs).toBeLessThan(200);
    expect(problemOf(file({ about: '[[[[[[[[[[[[ "[[ not nested' }))).toBeNull();
  });

  it('gets nothing through that the user is not shown', () => {
    expect(problemOf(file({ tools: ['shell'] }))).toBe('it holds "tools", which no persona has');
    expect(problemOf(file({ voice: { ...ada.voice, command: 'rm' } }))).toBe('it holds "voice.command", which no persona has');
    const hidden = parsePersonaFile(
      file({ name: 'A\u200Bda\u202E', about: `Kind.\u{E0049}\u{E0067}\u{E006E}\u200D and\u0000 calm.`, greeting: 'Hi\nthere' }),
    );
    expect(hidden).toMatchObject({
      persona: { name: 'Ada', about: 'Kind. and calm.', greeting: 'Hi there' },
      warnings: ['7 hidden signs were taken out of its texts.'],
    });
  });

  it('keeps joiners where writing needs them', () => {
    for (const name of ['👩‍🚀', 'می‌خواهم', '❤️', 'क्‍ष']) expect(plainText(name)).toEqual({ text: name.normalize('NFC'), hidden: 0 });
    expect(plainText('pay\u200Dpal')).toEqual({ text: 'paypal', hidden: 1 });
  });

  it('with scripts is text, and says so', () => {
    const read = parsePersonaFile(file({ about: '<img src=x onerror=alert(1)><script>alert(2)</script>' }));
    expect(read).toMatchObject({
      persona: { about: '<img src=x onerror=alert(1)><script>alert(2)</script>' },
      warnings: ['Its texts hold HTML. It is shown as text and never run.'],
    });
  });

  it.each([
    ['an SVG', 'data:image/svg+xml;base64,PHN2Zz48L3N2Zz4='],
    ['an address', 'https://example.org/me.png'],
    ['a text that calls itself PNG', `data:image/png;base64,${btoa('<script>alert(1)</script> and more of it, much more')}`],
    ['more than 200 kB', `${PIXEL.slice(0, -8)}${'A'.repeat(280_000)}`],
    ['a picture of 100 000 pixels a side', withSide(100_000)],
  ])('takes no %s for a picture', (_, avatar) => {
    expect(problemOf(file({ avatar }))).toMatch(/^"avatar" is not as it should be/);
  });

  it('takes PNG and WebP by their own first bytes', () => {
    const webp = (head: string, rest: readonly number[]) =>
      `data:image/webp;base64,${btoa(`RIFF\0\0\0\0WEBP${head}${String.fromCharCode(...rest)}`)}`;
    const lossy = webp('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 64, 0, 64, 0, 0, 0, 0, 0]);
    const lossless = webp('VP8L', [0, 0, 0, 0, 0x2f, 63, 192, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const extended = webp('VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 63, 0, 0, 63, 0, 0, 0, 0, 0, 0]);
    for (const avatar of [PIXEL, lossy, lossless, extended]) expect(problemOf(file({ avatar }))).toBeNull();
    expect(problemOf(file({ avatar: webp('VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 63, 0, 0, 0, 0, 0, 0]) }))).toContain(
      '1024 pixels',
    );
  });

  it.each([
    ['an empty name', { name: '   ' }],
    ['a name of 300 characters', { name: 'x'.repeat(300) }],
    ['a pace nobody understands', { voice: { ...ada.voice, rate: 9 } }],
    ['no limits at all', { limits: undefined }],
    ['a voice by its path', { voice: { ...ada.voice, voiceId: '../../etc/passwd' } }],
  ])('with %s names the place', (_, changes) => {
    expect(problemOf(file(changes))).toMatch(new RegExp(`^"${Object.keys(changes)[0]}`));
  });
});
