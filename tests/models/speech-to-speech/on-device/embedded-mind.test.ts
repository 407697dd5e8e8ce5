import { describe, expect, it, vi } from 'vitest';
import type { LanguageModel } from '../../../../models/language/language-model.ts';
import { scriptedLanguageModel } from '../../../../models/scripted/scripted-language-model.ts';
import { moveNamed } from '../../../../models/speech-to-speech/on-device/company/moves/move-of.ts';
import { EmbeddedMind } from '../../../../models/speech-to-speech/on-device/embedded-mind.ts';
import type { SkillCall } from '../../../../models/speech-to-speech/on-device/reply-run.ts';
import { Role } from '../../../../models/speech-to-speech/on-device/role.ts';
import type { LikelySkill, ReadMeaning } from '../../../../models/speech-to-speech/on-device/skill-choice.ts';
import type { ToolDefinition } from '../../../../models/speech-to-speech/realtime-model.ts';
import { plainSetup } from './setup.ts';

const timer: ToolDefinition = {
  name: 'timer.set',
  description: 'Starts a timer.',
  parameters: { type: 'object', properties: { duration: { type: 'string' } }, required: ['duration'] },
  effect: 'writes',
  match: () => null,
};

interface Told {
  readonly said: string;
  readonly calls: readonly SkillCall[];
  readonly prompts: readonly string[];
}

/** What comes of words when the model writes this. */
async function told(
  words: string,
  written: readonly string[],
  options: {
    isTuned?: boolean;
    tools?: readonly ToolDefinition[];
    earlierReplies?: readonly string[];
    opensAfterMs?: number;
    likely?: readonly LikelySkill[];
  } = {},
): Promise<Told> {
  const model = scriptedLanguageModel([written]);
  const { isTuned = true, tools = [timer], earlierReplies = [], opensAfterMs = 0, likely = [] } = options;
  const open = async () => {
    await new Promise((resolve) => setTimeout(resolve, opensAfterMs));
    return { ...model, isTuned, writesCalls: isTuned };
  };
  const mind = new EmbeddedMind(new Role(open), async () => ({ likely, spans: [] }));
  const calls: SkillCall[] = [];
  const run = { signal: new AbortController().signal, call: (call: SkillCall) => calls.push(call), used: () => undefined };
  const setup = { ...plainSetup, tools };
  const clauses: string[] = [];
  const asked = { setup, words, turns: [{ role: 'user' as const, text: words }], earlierReplies, run: run as never };
  for await (const clause of mind.talk(asked)) clauses.push(clause);
  mind.close();
  return { said: clauses.join(' '), calls, prompts: model.prompts };
}

describe('the mind of the small model', () => {
  it('calls the skill that the model writes, and says nothing itself', async () => {
    const { said, calls } = await told('Would you give my eggs six minutes?', [' @timer', '.set {"duration":', '"six minutes"}']);
    expect(said).toBe('');
    expect(calls).toMatchObject([{ name: 'timer.set', arguments: { duration: 'six minutes' } }]);
  });

  it('calls nothing for who only tells something, and refuses nothing either', async () => {
    const { said, calls } = await told('My uncle set a timer for six minutes.', [' @timer.set {"duration":"six minutes"}']);
    expect(calls).toEqual([]);
    expect(said).not.toBe(plainSetup.persona.refusal);
    expect(said).not.toBe('');
  });

  it('takes what goes on with a talk by what was told before', async () => {
    const asked: (readonly string[])[] = [];
    const readMeaning: ReadMeaning = async (words, earlier = []) => {
      asked.push([...earlier, words]);
      return { likely: [{ name: earlier.length > 0 ? 'talk/tender' : 'talk/new-thing', chance: 0.95 }], spans: [] };
    };
    const mind = new EmbeddedMind(new Role(() => Promise.reject(new Error('No model is wanted.'))), readMeaning);
    const said = ['I went through her things.', 'There were mittens in a drawer.', 'Not finished.', 'And wool.', 'Small ones, red.'];
    const turns = said.flatMap((text) => [
      { role: 'user' as const, text },
      ...(text === said.at(-1) ? [] : [{ role: 'assistant' as const, text: 'Go on.' }]),
    ]);
    const run = { signal: new AbortController().signal, call: () => undefined, used: () => undefined };
    const clauses: string[] = [];
    const words = said.at(-1) ?? '';
    for await (const clause of mind.talk({ setup: plainSetup, words, turns, earlierReplies: ['Go on.'], run: run as never }))
      clauses.push(clause);
    expect(moveNamed('tender')?.lines).toContain(clauses.join(' '));
    expect(asked).toEqual([[words], said.slice(1)]);
  });

  it('listens to what is likelier talk than anything else, though no verb says so, but for questions', async () => {
    const likely = [
      { name: 'talk/rest-well', chance: 0.45 },
      { name: 'talk/tired-parent', chance: 0.4 },
      { name: 'unknown', chance: 0.15 },
    ];
    expect((await told('Cup of tea, feet up, toddler down.', [], { likely, isTuned: false })).said).not.toBe(plainSetup.persona.refusal);
    expect((await told('Which tea is the strongest?', [], { likely, isTuned: false })).said).toBe(plainSetup.persona.refusal);
  });

  it('hears a joke that is told with its end, whatever a phrase finds in it', async () => {
    const means = { ...timer, name: 'know.meaning', match: () => ({ arguments: { word: 'tyre' }, score: 1 }) };
    const { said, calls } = await told("What do you call a tyre that's had enough? Retired.", [], { tools: [means] });
    expect([calls, moveNamed('joke-told')?.lines.includes(said)]).toEqual([[], true]);
    expect((await told('Guess who balanced to the penny on the first try.', [], { tools: [means] })).calls).toEqual([]);
    expect((await told("Guess what they've given me tomorrow off so toss me a coin.", [], { tools: [means] })).calls).toHaveLength(1);
    expect((await told('What do you call a tyre that is flat?', [], { tools: [means] })).calls).toHaveLength(1);
  });

  it('says that it thinks while a story waits for the model to be read, and only then', async () => {
    const story = [' A small boat', ' went to sea.'];
    const { said } = await told('Tell me a story.', story);
    expect(said).toContain('A small boat went to sea.');
    expect(said).not.toContain('moment');
    expect((await told('Tell me a story.', story, { opensAfterMs: 900 })).said).toBe(`Let me think for a moment. ${said}`);
    expect((await told('Tell me who built the tower.', [' @unknown'], { opensAfterMs: 900 })).said).toBe(plainSetup.persona.refusal);
  });

  it('lets go of a model that nobody waits for any more', async () => {
    const model = scriptedLanguageModel([[' A small boat.']]);
    const close = vi.fn(async () => undefined);
    const role = new Role(async () => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      return { ...model, close };
    }, 10);
    const run = { signal: new AbortController().signal, call: () => undefined, used: () => undefined };
    const talk = new EmbeddedMind(role).talk({
      ...{ setup: plainSetup, words: 'Tell me a story.', turns: [], earlierReplies: [], run: run as never },
    });
    expect((await talk.next()).value).toBe('Let me think for a moment.');
    await talk.return(undefined);
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce(), { timeout: 3000 });
    await role.close();
  });

  it('ends at once when it is cancelled while the model is read', async () => {
    const role = new Role<LanguageModel>(() => new Promise(() => undefined));
    const abort = new AbortController();
    const run = { signal: abort.signal, call: () => undefined, used: () => undefined };
    const talk = new EmbeddedMind(role).talk({
      ...{ setup: plainSetup, words: 'Tell me a story.', turns: [], earlierReplies: [], run: run as never },
    });
    expect((await talk.next()).value).toBe('Let me think for a moment.');
    const next = talk.next();
    abort.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('refuses in the words of the persona when the call cannot be made', async () => {
    expect((await told('Could you do something for my eggs?', [' @timer.set {"duration":"nine hours"}'])).said).toBe(
      plainSetup.persona.refusal,
    );
  });

  it('refuses what the model cannot know', async () => {
    const { said, calls } = await told('Tell me who built the tower.', [' @unknown']);
    expect([said, calls]).toEqual([plainSetup.persona.refusal, []]);
  });

  it('speaks no word of the model where knowledge is wanted, however sure it sounds', async () => {
    expect((await told('What is the capital of Peru?', [' Lima is', ' lovely.'])).said).toBe(plainSetup.persona.refusal);
  });

  it('calls what the words mean though no phrase knows them, before anything else is said', async () => {
    const tools = [{ ...timer, readMeant: () => ({ duration: 'six minutes' }) }];
    const likely = [{ name: 'timer.set', chance: 0.9 }];
    const { said, calls, prompts } = await told('I want six minutes on the eggs.', [' Never asked.'], { tools, likely });
    expect([said, prompts]).toEqual(['', []]);
    expect(calls).toMatchObject([{ name: 'timer.set', arguments: { duration: 'six minutes' } }]);
  });

  it('keeps a secret, but nobody who is in danger waits for it', async () => {
    const said = "Don't tell anyone, I took all the pills.";
    const match = () => ({ arguments: { kind: 'self-harm' }, score: 1 });
    const help = { ...timer, name: 'emergency.help', isOfDanger: true, match };
    expect((await told(said, [], { tools: [help] })).calls).toMatchObject([{ name: 'emergency.help', arguments: { kind: 'self-harm' } }]);
    // No other skill takes what wants nothing done.
    const notes = { ...timer, name: 'memory.tell', match: () => ({ arguments: {}, score: 1 }) };
    expect(await told('Are you good at keeping secrets?', [], { tools: [notes] })).toMatchObject({
      calls: [],
      said: expect.stringMatching(/this computer/),
    });
  });

  it('says what to do where danger is only suspected, unless the meaning of the words clears them', async () => {
    const doubt = { arguments: { kind: 'medical', doubtful: 'yes' }, score: 0.46, isDoubtful: true };
    const help = { ...timer, name: 'emergency.help', isOfDanger: true, match: () => doubt };
    const words = "My legs don't work any more but I'm so happy.";
    const suspected = await told(words, [], { tools: [help] });
    expect(suspected.calls).toMatchObject([{ name: 'emergency.help', arguments: doubt.arguments }]);
    const likely = [
      { name: 'talk', chance: 0.99 },
      { name: 'emergency.help', chance: 0.001 },
    ];
    const cleared = await told(words, [], { tools: [help], likely });
    expect(cleared.calls).toEqual([]);
    expect(cleared.said).not.toBe('');
    const near = await told(words, [], {
      tools: [help],
      likely: [
        { name: 'talk', chance: 0.9 },
        { name: 'emergency.help', chance: 0.1 },
      ],
    });
    expect(near.calls).toMatchObject([{ name: 'emergency.help' }]);
  });

  it('does what the words mean where a phrase names something that is not there, and else what the phrase says', async () => {
    const match = () => ({ arguments: { column: 'club in there, so remove that' }, score: 1 });
    const tools = [{ ...timer, name: 'canvas.remove-column', match, finds: () => false, readMeant: () => ({ column: 'Club' }) }];
    const likely = [{ name: 'canvas.remove-column', chance: 0.9 }];
    const words = "I don't need the club in there, so remove that column.";
    expect((await told(words, [], { tools, likely })).calls).toMatchObject([{ arguments: { column: 'Club' } }]);
    expect((await told(words, [], { tools })).calls).toMatchObject([{ arguments: match().arguments }]);
  });

  it('listens to what is surely talk though it has the form of a question, and refuses what nobody can know though it has none', async () => {
    const words = "There's nothing on telly and it's too early for bed, what can you do.";
    expect((await told(words, [' @unknown'], { likely: [{ name: 'talk', chance: 0.99 }] })).said).not.toBe(plainSetup.persona.refusal);
    const asked = 'I start at five so I need the traffic on the ring road.';
    expect((await told(asked, [' @unknown'], { likely: [{ name: 'unknown', chance: 0.99 }] })).said).toBe(plainSetup.persona.refusal);
  });

  it('keeps company without asking the model', async () => {
    const { said, calls, prompts } = await told('I had a long day.', [' You are a doctor.']);
    expect([said, calls, prompts]).toEqual(['That sounds like a long stretch. Can you rest a little now?', [], []]);
  });

  it('takes half a sentence for the answer to what it asked, and a question for a question', async () => {
    const asked = { earlierReplies: ['How lovely! Who gets the first piece?'] };
    expect((await told('over an hour each way', [], asked)).said).toBe('Over an hour each way, I see.');
    expect((await told('the capital of peru', [' @none'], { earlierReplies: [] })).said).toBe(plainSetup.persona.refusal);
    expect((await told('what is the capital of peru', [' @none'], asked)).said).toBe(plainSetup.persona.refusal);
  });

  it('has a story told by the model', async () => {
    expect((await told('Tell me a story.', [' A seed woke up.', ' It grew. '])).said).toBe('A seed woke up. It grew.');
  });

  it('takes no call from a model that was not tuned for calls', async () => {
    const { said, calls } = await told('Could you do six minutes?', [' @timer.set {"duration":"six minutes"}'], { isTuned: false });
    expect([said, calls]).toEqual([plainSetup.persona.refusal, []]);
  });

  it('shows a model without adapter how one talks, by example', async () => {
    const { prompts } = await told('Tell me a story.', [' Rest now.'], { isTuned: false });
    expect(prompts[0]).toContain('Person: Tell me a story.\nNova:');
    expect(prompts[0]).not.toContain('Skills:');
  });

  it('does not ask the model about knowledge when there is nothing to call', async () => {
    const { said, prompts } = await told('What is the capital of Peru?', [' Lima.'], { tools: [] });
    expect([said, prompts]).toEqual([plainSetup.persona.refusal, []]);
  });
});

describe('what words ask for', () => {
  const asks = (words: string, tool: Partial<ToolDefinition>, likely: readonly LikelySkill[] = []) => {
    const mind = new EmbeddedMind(new Role(async () => scriptedLanguageModel([])), async () => ({ likely, spans: [] }));
    return mind.asks(words, { ...plainSetup, tools: [{ ...timer, ...tool }] });
  };
  const match = (words: string) => (/eggs/.test(words) ? { arguments: { duration: 'six minutes' }, score: 1 } : null);

  it('is told by phrases and by what the words mean, as they would be answered', async () => {
    expect(await asks('Give my eggs six minutes.', { match })).toBe('something');
    const readMeant = () => ({ duration: 'six minutes' });
    expect(await asks('Give my legs six minutes.', { readMeant }, [{ name: 'timer.set', chance: 0.9 }])).toBe('something');
    expect(await asks('Give my legs six minutes.', { match, readMeant }, [{ name: 'talk/aches', chance: 0.97 }])).toBe('nothing');
  });

  it('may be danger, or name what is not there', async () => {
    expect(await asks('Give my eggs six minutes.', { match, isOfDanger: true })).toBe('danger');
    expect(await asks('Give my eggs six minutes.', { match, finds: () => false })).toBe('what is not there');
  });
});
