/** It has no types of its own; only its AudioWorklet side is used (`pitch-shifter.ts`). */
declare module 'signalsmith-stretch';
