import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Parley was started with, or what a second start asked the running Parley to do. */
export interface Flags {
  readonly hidden: boolean;
  readonly toggleTalk: boolean;
  readonly cancel: boolean;
  /** Absolute folder for settings, key and conversations; null = the system's place. */
  readonly profile: string | null;
  /** Recordings to transcribe, as the system's "open with" hands them over; absolute. */
  readonly files: readonly string[];
  /** Recordings to talk with instead of opening a window; absolute. */
  readonly talkIn: readonly string[];
  readonly talkOut: string | null;
}

/** Reads our own flags and leaves Chromium's alone. Relative paths count from `folder`; the last of a repeated flag wins. */
export function readFlags(args: readonly string[], folder: string): Flags {
  const values = (name: string) =>
    args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => resolve(folder, arg.slice(name.length + 3)));
  return {
    hidden: args.includes('--hidden'),
    toggleTalk: args.includes('--toggle-talk'),
    cancel: args.includes('--cancel'),
    files: args.filter((arg) => !arg.startsWith('-')).map((arg) => placeOf(arg, folder)),
    profile: values('profile').at(-1) ?? null,
    talkIn: values('talk-in'),
    talkOut: values('talk-out').at(-1) ?? null,
  };
}

/** Desktops hand over addresses or paths. */
function placeOf(arg: string, folder: string): string {
  return arg.startsWith('file://') && URL.canParse(arg) ? fileURLToPath(arg) : resolve(folder, arg);
}

/** The arguments of `parley talk` for a recorded conversation. */
export function talkArguments(flags: Flags): string[] {
  return [
    'talk',
    ...flags.talkIn.flatMap((file) => ['--in', file]),
    ...(flags.talkOut === null ? [] : ['--out', flags.talkOut]),
    ...(flags.profile === null ? [] : ['--profile', flags.profile]),
    '--json',
  ];
}
