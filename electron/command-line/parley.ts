import type { CommandIo } from './command-io.ts';
import { runDoctor } from './doctor.ts';
import { runModels } from './models.ts';
import { runTalk } from './talk.ts';

const COMMANDS = { talk: runTalk, models: runModels, doctor: runDoctor } as const;

const USAGE = `parley: a voice assistant for the desktop, from the command line

  parley talk --in question.wav [--in next.wav ...] [--out reply.wav]
              [--profile DIR] [--persona ID] [--json]     hold one conversation over the files
  parley models list | get [ID ...] | verify | import ID FILE ...
  parley doctor [--json]                                  say what is missing on this machine

PARLEY_MODELS chooses another model folder, PARLEY_PASSPHRASE opens (or first protects) the profile.`;

/** Runs one command line. @param args what follows `parley` */
export async function runParley(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(USAGE);
    return name === undefined ? 1 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    io.err(`There is no command "${name}"; it is one of ${Object.keys(COMMANDS).join(', ')}. Try: parley help`);
    return 1;
  }
  return await COMMANDS[name as keyof typeof COMMANDS](rest, io);
}
