import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCanvas } from '../../../electron/conversation/canvas/make-canvas.ts';
import { enginePersona } from '../../../electron/conversation/personas/engine-persona.ts';
import { loadPersonas } from '../../../electron/conversation/personas/load-personas.ts';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import { bestTool } from '../../speech-to-speech/on-device/best-tool.ts';
import { checkedCall } from '../../speech-to-speech/on-device/call-line.ts';
import { replyPrompt } from '../../speech-to-speech/on-device/prompt.ts';
import { replyKind } from '../../speech-to-speech/on-device/reply-policy.ts';
import { smallTalk } from '../../speech-to-speech/on-device/small-talk.ts';
import type { EngineSetup } from '../../speech-to-speech/realtime-model.ts';
import type { LanguageModel } from '../language-model.ts';
import { openLlama } from '../llama.ts';
import { linesOf } from './small-talk-lines.ts';

export interface EvaluateOptions {
  readonly folder: string;
  readonly project: string;
  readonly models: string;
  readonly adapterFile: string;
  readonly out: string;
}

interface Answer {
  readonly said: string;
  /** What the model wrote, and what the product makes of it. */
  readonly raw: string;
  readonly call: { readonly name: string; readonly arguments: Readonly<Record<string, string>> } | null;
  readonly spoken: string;
  readonly firstTokenMs: number;
}

/** Puts every held-out sentence to the model as the product does; all outputs go to `out` as a page of Markdown. */
export async function evaluate({ folder, project, models, adapterFile, out }: EvaluateOptions): Promise<void> {
  const { personas } = await loadPersonas(join(project, 'assets/personas'));
  const adapterSha256 = createHash('sha256').update(readFileSync(adapterFile)).digest('hex');
  const place = { modelFolder: models, workerFolder: join(project, 'out/main/workers') };
  const model = await openLlama({ ...place, adapterFile, adapterSha256 });
  const shown = makeCanvas(
    { kind: 'table', name: 'Guests', columns: ['Name', 'Date', 'Price'], rows: [['Ann', 'Monday', '3']] },
    { newId: randomUUID, at: '', conversationId: null },
  );
  const tools = toolDefinitions(builtInSkills, { knows: () => false, canvas: () => shown, menu: () => null });
  const setupOf = (id: string, facts: readonly string[]): EngineSetup => {
    const persona = personas.find((each) => each.id === id);
    if (persona === undefined) throw new Error(`There is no ${id}.`);
    return { persona: enginePersona(persona, 1), facts, names: [], tools, history: [] };
  };
  const held = join(folder, 'held-out');
  const page: string[] = [];
  const score = (text: string) => {
    process.stdout.write(`${text}\n`);
    page.push(`**${text}**`, '');
  };
  try {
    for (const by of ['', 'told-']) {
      await calls(model, { setup: setupOf('nova', []), lines: linesOf(join(held, `${by}calls.txt`)), page, score });
      await talk(model, { setupOf, lines: linesOf(join(held, `${by}small-talk.txt`)), page, score });
    }
    await unknowable(model, { setup: setupOf('nova', []), lines: linesOf(join(held, 'must-decline.txt')), page, score });
    await withFacts(model, { setupOf, lines: linesOf(join(held, 'given-facts.txt')), page, score });
  } finally {
    await model.close();
  }
  writeFileSync(out, `# Held-out sentences, adapter ${adapterSha256}\n\n${page.join('\n')}\n`);
}

interface Part {
  readonly lines: readonly string[];
  readonly page: string[];
  readonly score: (text: string) => void;
}

interface CallRow {
  readonly name: string;
  readonly phrase: string | null;
  readonly called: string | null;
  readonly isWhole: boolean;
}

async function calls(model: LanguageModel, { setup, lines, page, score }: Part & { setup: EngineSetup }): Promise<void> {
  const rows: CallRow[] = [];
  page.push('## Calls', '', '| said | wanted | written | called |', '| --- | --- | --- | --- |');
  for (const line of lines) {
    const [said = '', name = '', args = '{}'] = line.split(' | ');
    const answer = await answerTo(model, setup, said);
    const phrase = bestTool(setup.tools, said)?.tool.name ?? null;
    rows.push({ name, phrase, called: answer.call?.name ?? null, isWhole: sameArguments(answer.call?.arguments ?? {}, JSON.parse(args)) });
    page.push(`| ${said} | ${name} ${args} | ${answer.raw} | ${phrase === null ? '' : `phrase: ${phrase}; `}${callText(answer)} |`);
  }
  page.push('');
  const count = (holds: (row: CallRow) => boolean) => rows.filter(holds).length;
  const named = count(({ name, called }) => called === name);
  const whole = count(({ name, called, isWhole }) => called === name && isWhole);
  const byPhrase = count(({ name, phrase }) => phrase === name);
  const routed = count(({ name, phrase, called }) => (phrase ?? called) === name);
  const other = count(({ name, phrase, called }) => ![null, name].includes(phrase ?? called));
  score(
    `Calls (${rows.length}): by phrase alone ${byPhrase}; by the model alone ${named}, ${whole} of them with right arguments; phrase first, then model: ${routed} right, ${other} another skill`,
  );
}

async function talk(
  model: LanguageModel,
  { setupOf, lines, page, score }: Part & { setupOf: (id: string, facts: string[]) => EngineSetup },
) {
  let [falseCalls, refused, spokenCount] = [0, 0, 0];
  page.push('## Company', '', '| to | said | spoken | written |', '| --- | --- | --- | --- |');
  for (const line of lines) {
    const [said = '', id = 'nova'] = line.split(' | ');
    const setup = setupOf(id, []);
    const answer = await answerTo(model, setup, said);
    if (answer.call !== null) falseCalls += 1;
    else if (answer.spoken === setup.persona.refusal) refused += 1;
    else spokenCount += 1;
    page.push(`| ${id} | ${said} | ${answer.call === null ? answer.spoken : callText(answer)} | ${answer.raw} |`);
  }
  page.push('');
  score(`Company: ${spokenCount} of ${lines.length} answered in words, ${refused} refused, ${falseCalls} false calls`);
}

async function unknowable(model: LanguageModel, { setup, lines, page, score }: Part & { setup: EngineSetup }): Promise<void> {
  let [falseCalls, refused] = [0, 0];
  page.push('## What cannot be known or done', '', '| said | written | spoken |', '| --- | --- | --- |');
  for (const said of lines) {
    const answer = await answerTo(model, setup, said);
    if (answer.call !== null) falseCalls += 1;
    if (answer.call === null && answer.spoken === setup.persona.refusal) refused += 1;
    page.push(`| ${said} | ${answer.raw} | ${answer.call === null ? answer.spoken : callText(answer)} |`);
  }
  page.push('');
  score(`Unknowable: ${refused} of ${lines.length} refused, ${falseCalls} false calls`);
}

async function withFacts(
  model: LanguageModel,
  { setupOf, lines, page, score }: Part & { setupOf: (id: string, facts: string[]) => EngineSetup },
) {
  let held = 0;
  page.push('## Given facts', '', '| facts | said | written |', '| --- | --- | --- |');
  for (const line of lines) {
    const [facts = '', said = '', wanted = ''] = line.split(' | ');
    const answer = await answerTo(model, setupOf('nova', [facts]), said);
    if (new RegExp(wanted, 'i').test(answer.raw)) held += 1;
    page.push(`| ${facts} | ${said} | ${answer.raw} |`);
  }
  page.push('');
  score(`Given facts: ${held} of ${lines.length}`);
}

async function answerTo(model: LanguageModel, setup: EngineSetup, said: string): Promise<Answer> {
  const history = [{ role: 'user' as const, text: said }];
  const begun = performance.now();
  let raw = '';
  let firstTokenMs = 0;
  for await (const piece of model.generate(replyPrompt(setup, history), { maxTokens: 48, stop: ['\n'] })) {
    if (raw === '') firstTokenMs = performance.now() - begun;
    raw += piece;
  }
  let call: Answer['call'] = null;
  const clauses: string[] = [];
  const replayed: LanguageModel = {
    ...model,
    generate: async function* () {
      yield raw;
    },
  };
  const onlyCalls = replyKind(said) === 'decline';
  const onCall = (line: string) => {
    call = checkedCall(line, setup.tools, said);
    return call !== null;
  };
  const options = {
    context: { setup, utterance: said, earlierReplies: [] },
    history,
    signal: new AbortController().signal,
    onlyCalls,
    ...(onlyCalls ? { onCall } : {}),
  };
  for await (const clause of smallTalk(replayed, options)) clauses.push(clause);
  return { said, raw: raw.trim(), call, spoken: clauses.join(' '), firstTokenMs };
}

function callText({ call }: Answer): string {
  return call === null ? 'none' : `${call.name} ${JSON.stringify(call.arguments)}`;
}

function sameArguments(given: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/^(?:the|a|an|that|my) /, '');
  return Object.entries(wanted).every(([key, value]) => plain(given[key] ?? '') === plain(value));
}
