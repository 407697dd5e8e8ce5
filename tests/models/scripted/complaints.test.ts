import { describe, expect, it } from 'vitest';
import { scriptedLanguageModel } from '../../../models/scripted/scripted-language-model.ts';
import { scriptedSpeechToText } from '../../../models/scripted/scripted-speech-to-text.ts';
import { scriptedTextToSpeech } from '../../../models/scripted/scripted-text-to-speech.ts';
import { scriptedVoiceActivity } from '../../../models/scripted/scripted-voice-activity.ts';

const voice = { voiceId: 'joe', rate: 1, pitch: 1 };

describe('a scripted model used otherwise than its script says', () => {
  it('complains about a call too many', async () => {
    await expect(scriptedSpeechToText([]).transcribe(new Float32Array(1), { effort: 'final' })).rejects.toThrow(
      /asked for a final transcript, but its script has ended/,
    );
    await expect(scriptedVoiceActivity([]).probability(new Float32Array(512))).rejects.toThrow(/asked for a frame/);
    await expect(scriptedTextToSpeech([]).speak('Hello.', { voice })).rejects.toThrow(/asked for "Hello\.", but nothing comes next/);
    const generation = scriptedLanguageModel([]).generate('Nova:', { maxTokens: 1, stop: [] });
    await expect(generation[Symbol.asyncIterator]().next()).rejects.toThrow(/asked for a reply to "Nova:"/);
  });

  it('complains about another call than comes next', async () => {
    const recogniser = scriptedSpeechToText([{ effort: 'partial', heard: 'x' }]);
    await expect(recogniser.transcribe(new Float32Array(1), { effort: 'final' })).rejects.toThrow(/but a partial one comes next/);
    await expect(scriptedTextToSpeech(['Hi.']).speak('Hello.', { voice })).rejects.toThrow(/but "Hi\." comes next/);
    await expect(scriptedVoiceActivity([0]).probability(new Float32Array(3))).rejects.toThrow(/3 samples; a frame has 512/);
  });

  it('complains at the end about calls that never came', () => {
    expect(() => scriptedSpeechToText([{ effort: 'final', heard: 'x' }]).finish()).toThrow(/1 steps left/);
    expect(() => scriptedLanguageModel([['a'], ['b']]).finish()).toThrow(/2 steps left/);
    expect(() => scriptedVoiceActivity([1]).finish()).toThrow(/1 steps left/);
    expect(() => scriptedVoiceActivity([]).finish()).not.toThrow();
  });
});
