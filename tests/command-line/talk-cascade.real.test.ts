import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type StrictEndpoint, streamChat, strictEndpoint, tone } from '../models/http-endpoint/strict-endpoint.ts';
import { isMissing, projectFolder } from '../models/real-places.ts';
import { realtimeClient } from './realtime-client.ts';
import { serve } from './served.ts';

const open: StrictEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.close();
});

interface Told {
  readonly turns: readonly { readonly heard: string; readonly reply: string; readonly skill: string | null }[];
  readonly models: Readonly<Record<string, string>>;
}

/** A conversation of the built command line with every role at one endpoint. */
async function talk(
  endpoint: StrictEndpoint,
  recording: string,
): Promise<Told & { readonly status: number | null; readonly complaints: string }> {
  const role = (name: string) => [
    `--${name}-url`,
    endpoint.url,
    `--${name}-model`,
    `${name}-model`,
    `--${name}-key-env`,
    'PARLEY_TEST_KEY',
  ];
  const args = [
    'talk',
    '--in',
    join(projectFolder, 'tests/recordings', recording),
    '--json',
    ...['hearing', 'language', 'voice'].flatMap(role),
  ];
  const child = spawn(process.execPath, [join(projectFolder, 'out/main/parley.js'), ...args], {
    env: { ...process.env, PARLEY_TEST_KEY: 'a-key', PARLEY_MODELS: '/nowhere' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const told = out === '' ? { turns: [], models: {} } : (JSON.parse(out) as Told);
  return { ...told, status: child.exitCode, complaints };
}

// Needs no model but the voice activity: everything else is elsewhere, and the model folder does not exist.
describe.skipIf(isMissing('audio-file'))('parley talk with every role elsewhere', () => {
  it('holds a whole spoken turn, skills included', async () => {
    const endpoint = await strictEndpoint(
      {
        hearing: (response) =>
          void response
            .writeHead(200, { 'content-type': 'application/json' })
            .end('{"text":"How much would twelve boxes of seven pens be, I wonder?"}'),
        chat: (response, { body }) =>
          (body['messages'] as { role: string }[]).at(-1)?.role === 'tool'
            ? streamChat(response, ['That makes ', 'eighty-four pens.'])
            : streamChat(
                response,
                [
                  {
                    tool_calls: [
                      { index: 0, id: 'c1', type: 'function', function: { name: 'math_compute', arguments: '{"expression":"12*7"}' } },
                    ],
                  },
                ],
                { finish: 'tool_calls' },
              ),
        speech: (response, { body }) =>
          void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(tone(String(body['input']).length * 60)),
      },
      'a-key',
    );
    open.push(endpoint);
    const { status, turns, models, complaints } = await talk(endpoint, 'twelve-times-seven.wav');
    expect({ status, complaints }).toEqual({ status: 0, complaints: '' });
    expect(turns).toMatchObject([{ heard: expect.stringMatching(/twelve boxes/), reply: 'That makes eighty-four pens.' }]);
    expect(turns[0]?.skill).toMatch(/^math\./);
    expect(models).toMatchObject({ recogniser: 'hearing-model', language: 'language-model', voice: 'voice-model' });
    const results = endpoint.asked.flatMap(({ body }) =>
      ((body['messages'] ?? []) as { role: string; content: string }[]).filter(({ role }) => role === 'tool'),
    );
    expect(results[0]?.content).toMatch(/84/);
  }, 60_000);

  it('says in one sentence what is wrong with an endpoint', async () => {
    const endpoint = await strictEndpoint({}, 'another-key');
    open.push(endpoint);
    const { status, complaints } = await talk(endpoint, 'what-time-is-it.wav');
    expect(status).toBe(1);
    expect(complaints).toMatch(/does not accept the key/);
    expect(complaints).not.toContain('a-key');
  }, 60_000);

  it("serves the same to other programs: the larger model chooses the client's functions", async () => {
    const endpoint = await strictEndpoint(
      {
        chat: (response, { body }) =>
          (body['messages'] as { role: string }[]).at(-1)?.role === 'tool'
            ? streamChat(response, ['It opened ', 'the garage.'])
            : streamChat(
                response,
                [{ tool_calls: [{ index: 0, id: 'c1', function: { name: 'open_door', arguments: '{"door":"garage"}' } }] }],
                {
                  finish: 'tool_calls',
                },
              ),
        speech: (response, { body }) =>
          void response.writeHead(200, { 'content-type': 'audio/pcm' }).end(tone(String(body['input']).length * 60)),
        hearing: (response) =>
          void response.writeHead(200, { 'content-type': 'application/json' }).end('{"text":"I cannot get the car out."}'),
      },
      null,
    );
    open.push(endpoint);
    const role = (name: string) => [`--${name}-url`, endpoint.url, `--${name}-model`, 'any'];
    const served = await serve('--realtime', ...['hearing', 'language', 'voice'].flatMap(role));
    const client = await realtimeClient(served.url, served.token);
    const parameters = { type: 'object', properties: { door: { type: 'string' } } };
    const tools = [{ type: 'function' as const, name: 'open_door', description: 'Opens a door.', parameters }];
    client.send({ type: 'session.update', session: { type: 'realtime', instructions: 'You are a house.', tools } });
    client.speak('what-time-is-it.wav', 900);
    const { call_id, arguments: given } = await client.until('response.function_call_arguments.done');
    expect(JSON.parse(given)).toEqual({ door: 'garage' });
    const done = await client.until('response.done');
    expect(done.response.usage).toMatchObject({ input_tokens: 7, output_tokens: 3 });
    client.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id, output: 'opened' } });
    client.send({ type: 'response.create' });
    expect((await client.until('response.output_audio_transcript.done')).transcript).toBe('It opened the garage.');
    expect(JSON.stringify(endpoint.asked.find(({ path }) => path === '/chat/completions')?.body)).toContain('You are a house.');
    client.close();
    await client.closed;
    expect(await served.stop()).toBe(0);
  }, 90_000);
});
