import { describe, expect, it } from 'vitest';
import { ResumeHandles } from '../../../electron/conversation/session/resume-handles.ts';
import type { EngineEvent } from '../../../models/speech-to-speech/realtime-model.ts';
import { PuppetEngine } from '../../scenarios/puppet-engine.ts';

const model = new PuppetEngine();
const idle = { isAsked: false, isGiven: false, hasLine: false };
const words: EngineEvent = { type: 'user-transcript', itemId: 'i', text: 'a', heardText: null, stableText: 'a', final: true };
const over: EngineEvent = { type: 'response-ended', responseId: 'r', end: 'completed' };
const handle = (name: string, holds?: 'everything'): EngineEvent => ({
  type: 'resume-handle',
  handle: name,
  ...(holds === undefined ? {} : { holds }),
});

/** Tells events; `busy` after those whose turn is not over. */
function told(...steps: readonly (readonly [EngineEvent, 'busy' | 'idle', number])[]): ResumeHandles {
  const handles = new ResumeHandles();
  for (const [event, state, given] of steps) handles.take(event, model, { isBusy: state === 'busy', given, isWhole: true });
  return handles;
}

describe('going on under a handle', () => {
  it('is done in a pause, and in a turn that began after it', () => {
    const handles = told([words, 'busy', 1], [over, 'idle', 1], [handle('h'), 'idle', 1]);
    expect(handles.for(model, idle)).toEqual({ resumeHandle: 'h' });
    expect(handles.for(model, { ...idle, isGiven: true, hasLine: true })).toEqual({ resumeHandle: 'h' });
    handles.take(words, model, { isBusy: true, given: 2, isWhole: true });
    expect(handles.for(model, { ...idle, isAsked: true })).toEqual({ resumeHandle: 'h' });
  });

  it('is not done when a turn was answered after it', () => {
    const handles = told([handle('h'), 'idle', 0], [words, 'busy', 1], [over, 'idle', 1]);
    expect(handles.for(model, idle)).toEqual({});
  });

  it('waits for the end of a turn that it holds already', () => {
    const steps = [[handle('h'), 'busy', 1] as const, [words, 'busy', 1] as const];
    expect(told(...steps).for(model, { ...idle, isAsked: true })).toEqual({});
    expect(told(...steps, [over, 'idle', 1]).for(model, idle)).toEqual({ resumeHandle: 'h' });
  });

  it('is not done when the turn was put to the line only after it', () => {
    const handles = told([handle('h'), 'busy', 1]);
    handles.replays();
    for (const event of [words, over]) handles.take(event, model, { isBusy: event !== over, given: 1, isWhole: true });
    expect(handles.for(model, idle)).toEqual({});
  });

  it('is not done when more was said before that end', () => {
    const handles = told([handle('h'), 'busy', 1], [words, 'busy', 2], [over, 'idle', 2]);
    expect(handles.for(model, idle)).toEqual({});
  });

  it('is not done with the handle of a line that was told less than there is', () => {
    const handles = told([words, 'busy', 1], [over, 'idle', 1]);
    handles.take(handle('h'), model, { isBusy: false, given: 1, isWhole: false });
    expect(handles.for(model, idle)).toEqual({});
  });

  it('of a host that keeps everything is done only where nothing is put to it again', () => {
    const handles = told([handle('c', 'everything'), 'idle', 0], [words, 'busy', 1], [over, 'idle', 1]);
    expect(handles.for(model, idle)).toEqual({ resumeHandle: 'c' });
    for (const way of ['isAsked', 'isGiven', 'hasLine']) expect(handles.for(model, { ...idle, [way]: true })).toEqual({});
  });

  it('is not done with another engine, or in another conversation', () => {
    const handles = told([handle('h'), 'idle', 0]);
    expect(handles.for(new PuppetEngine(), idle)).toEqual({});
    handles.forget();
    expect(handles.for(model, idle)).toEqual({});
  });
});
