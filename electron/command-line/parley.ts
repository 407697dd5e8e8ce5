import type { CommandIo } from './command-io.ts';
import { runDoctor } from './doctor.ts';
import { runMemory } from './memory.ts';
import { runModels } from './models.ts';
import { runNames } from './names.ts';
import { runPersonas } from './personas.ts';
import { runServe } from './serve.ts';
import { runTalk } from './talk.ts';
import { runTranscribe } from './transcribe.ts';

const COMMANDS = {
  talk: runTalk,
  transcribe: runTranscribe,
  serve: runServe,
  memory: runMemory,
  names: runNames,
  personas: runPersonas,
  models: runModels,
  doctor: runDoctor,
} as const;

const USAGE = `parley: a voice assistant for the desktop, from the command line

  parley talk --in question.wav [--in next.wav ...] [--out reply.wav]
              [--profile DIR] [--persona ID] [--json]     hold one conversation over the files
              [--engine ID] [--url URL] [--dialect NAME]
              [--model NAME] [--key-env NAME]             ... with an engine somewhere else
  parley transcribe FILE... [--format txt,srt,vtt,json,md,csv,docx] [--out DIR]
              [--language en] [--engine on-device] [--speakers mixed|by-channel]
              [--names A,B] [--words] [--json]            sound and video files become text
  parley serve [--port N]                                 transcribe for other programs of this computer:
                                                          POST /v1/audio/transcriptions
  parley memory list | forget ID | import FILE
  parley memory export [--format json|markdown] [--out FILE]
  parley names add NAME [--respelling EE-gor] [--ipa S] [--relation sister] [--owner me|person|word] [--heard-as S ...]
  parley names list | hear NAME [--out name.wav] | remove NAME | import FILE.csv | export
              [--profile DIR] [--json]                    what a profile knows; the desktop's, or that in DIR
  parley models list | get [ID ...] | verify | import ID FILE ...
                | import-voice FILE.onnx                  a Piper voice of your own
  parley personas list | show ID | import FILE | export ID [--out FILE]
              [--profile DIR] [--json]                    the characters one talks to
  parley doctor [--json]                                  say what is missing on this machine

PARLEY_TOKEN chooses the token of serve. PARLEY_MODELS chooses another model folder, PARLEY_PASSPHRASE opens (or first protects) the profile.`;

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
