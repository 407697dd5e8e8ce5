import { describe, expect, it } from 'vitest';
import { builtInSkills } from '../../../electron/conversation/skills/built-in-skills.ts';
import { type RecordedPassage, type RecordingDesk, recordingSkills } from '../../../electron/conversation/skills/recording-skills.ts';
import { toolDefinitions } from '../../../electron/conversation/skills/serve-skills.ts';
import type { SkillContext } from '../../../electron/conversation/skills/skill.ts';
import { bestTool } from '../../../models/speech-to-speech/on-device/best-tool.ts';

const passage: RecordedPassage = { startMs: 3_725_000, speaker: 'Nadja', text: 'Close the road in March.' };

function deskOf(chosen: boolean, found: readonly RecordedPassage[] = [passage]): RecordingDesk {
  return {
    chosen: () => (chosen ? { id: 'r', name: 'meeting.wav', minutes: 65, speakers: ['Nadja', 'Igor'] } : null),
    find: (question, most) => (/road|march/i.test(question) ? found.slice(0, most) : []),
  };
}

const chosenSkill = (words: string, desk: RecordingDesk) =>
  bestTool(toolDefinitions([...builtInSkills, ...recordingSkills(desk)]), words)?.tool.name ?? null;
const ask = async (question: string, desk: RecordingDesk) => recordingSkills(desk)[0]?.run({ question }, {} as SkillContext);

describe('a question about a recording', () => {
  it.each([
    'What does Nadja say about the budget?',
    'What did they say about the budget?',
    'Is there anything about the road in the recording?',
    'Can you summarize it?',
    'What is the meeting about?',
    'When is the road closed?',
    'Who said that it is too small?',
  ])('is heard as one: %s', (words) => {
    expect(chosenSkill(words, deskOf(true))).toBe('recording.ask');
    expect(chosenSkill(words, deskOf(false))).not.toBe('recording.ask');
  });

  it.each([
    ['What time is it?', 'clock.time'],
    ['Set a timer for five minutes.', 'timer.set'],
    ['What is twelve times seven?', 'math.calculate'],
    ['What did you say?', 'speech.repeat'],
    ['What did I say about Paris?', 'memory.search'],
  ])('never takes what another skill is asked for: %s', (words, skill) => {
    expect(chosenSkill(words, deskOf(true))).toBe(chosenSkill(words, deskOf(false)));
    expect(chosenSkill(words, deskOf(true))).toMatch(new RegExp(skill.split('.')[0] ?? ''));
  });

  it('is answered by the place, word for word, with receipts', async () => {
    const result = await ask('When is the road closed?', deskOf(true));
    expect(result?.sentence).toBe('At 1 hour 2 minutes, Nadja says: “Close the road in March.”');
    expect(result?.quoted).toEqual([{ recordingId: 'r', startMs: 3_725_000, label: '1:02:05 Nadja: “Close the road in March.”' }]);
    expect(result?.data).toMatchObject({ recording: 'meeting.wav', passages: [{ at: '1:02:05', text: 'Close the road in March.' }] });
  });

  it('is answered honestly where nothing is found, or where a small model cannot', async () => {
    expect((await ask('What about the budget?', deskOf(true)))?.sentence).toBe('I found nothing about that in the recording.');
    expect((await ask('Summarize it.', deskOf(true)))?.sentence).toBe(
      'It is 65 minutes long, with Nadja and Igor. I can find places in it by their words; to sum it up I would need a larger model or a connected service.',
    );
    expect((await ask('When is the road closed?', deskOf(false)))?.sentence).toBe(
      'No recording is chosen. Open one, and press “Ask about this”.',
    );
  });

  it('says the beginning, minutes and seconds for the ear', async () => {
    const at = async (startMs: number) => (await ask('road', deskOf(true, [{ ...passage, startMs, speaker: null }])))?.sentence;
    expect(await at(400)).toMatch(/^At the beginning, it says:/);
    expect(await at(61_000)).toMatch(/^At 1 minute 1 second, it says:/);
    expect(await at(120_000)).toMatch(/^At 2 minutes, it says:/);
  });
});
