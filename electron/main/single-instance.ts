import { app } from 'electron';
import { type Flags, readFlags } from './command-line-flags.ts';

/** True in the first Parley of a profile. A second one hands its flags to the first and must end. */
export function isFirstInstance(): boolean {
  return app.requestSingleInstanceLock({});
}

/** Tells what a second start asked for. */
export function setupSecondInstance(asked: (flags: Flags) => void): void {
  app.on('second-instance', (_event, argv, workingDirectory) => asked(readFlags(argv.slice(1), workingDirectory)));
}
