/** How a recording is made. `voice` is 'piper' (this program's own) or an eSpeak NG voice. */
export interface RecordingPlan {
  readonly file: string;
  /** What is said, stretch by stretch; a pause of `pauseMs` lies between them. */
  readonly stretches: readonly string[];
  readonly pauseMs?: number;
  readonly voice: 'piper' | 'en-us' | 'en-gb';
  /** 1 = the voice's own pace. */
  readonly speed: number;
  /** 1 = the voice's own pitch; Piper only. */
  readonly pitch?: number;
  /** Loudest sample, 0..1. */
  readonly peak?: number;
  /** Speech level over white noise in decibels; absent = only the faint floor every microphone has. */
  readonly signalToNoiseDb?: number;
  /** Tests rely on it being understood word for word; the others only have to be understood mostly. */
  readonly exact?: boolean;
}

const SENTENCES: readonly (readonly [file: string, text: string])[] = [
  ['what-time-is-it', 'What time is it?'],
  ['set-a-timer', 'Set a timer for five minutes.'],
  ['twelve-times-seven', 'What is twelve times seven?'],
  ['my-name-is-anna', 'My name is Anna.'],
  ['what-is-my-name', 'What is my name?'],
  ['what-can-you-do', 'What can you do?'],
  ['hello-how-are-you', 'Hello, how are you?'],
  ['stop', 'Stop.'],
  ['tell-me-a-story', 'Tell me a story.'],
  ['miles', 'How many miles is ten kilometers?'],
  ['switch-to-winston', 'Switch to Winston.'],
  ['capital-of-france', 'What is the capital of France?'],
  [
    'long-sentence',
    'Yesterday in the afternoon we walked along the river to the old bridge, and because the weather was so warm and nobody was in a hurry, ' +
      'we sat down in the grass, ate bread and cheese, and talked about the summer until the sun went down.',
  ],
];

/** Sentences that are also said in other manners. */
const VARIED = [
  'what-time-is-it',
  'set-a-timer',
  'twelve-times-seven',
  'what-is-my-name',
  'what-can-you-do',
  'hello-how-are-you',
  'miles',
  'capital-of-france',
];

const MANNERS: readonly (readonly [ending: string, manner: Partial<RecordingPlan>])[] = [
  ['british', { voice: 'en-gb' }],
  ['slow', { speed: 0.8 }],
  ['fast', { speed: 1.3 }],
  ['noisy', { signalToNoiseDb: 20 }],
  ['quiet', { peak: 0.05 }],
];

function plain(file: string, text: string): RecordingPlan {
  return { file: `${file}.wav`, stretches: [text], voice: 'piper', speed: 1, exact: true };
}

function varied(file: string, text: string): RecordingPlan[] {
  return MANNERS.map(([ending, manner]) => ({ ...plain(file, text), exact: false, ...manner, file: `${file}-${ending}.wav` }));
}

/** Every recording of speech. */
export const SPEECH_RECORDINGS: readonly RecordingPlan[] = [
  ...SENTENCES.map(([file, text]) => ({ ...plain(file, text), exact: file !== 'long-sentence' })),
  {
    file: 'hesitation.wav',
    stretches: ['I would like', 'a timer for ten minutes.'],
    pauseMs: 700,
    voice: 'piper',
    speed: 1,
    exact: true,
  },
  ...SENTENCES.filter(([file]) => VARIED.includes(file)).flatMap(([file, text]) => varied(file, text)),
];
