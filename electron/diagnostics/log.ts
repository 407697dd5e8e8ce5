import { createRequire } from 'node:module';

type ElectronLog = typeof import('electron-log/node').default;
type Logger = ReturnType<ElectronLog['create']>;

/** Numbers, ids and words chosen by the program. What people say, type or are called is no log field. */
export type LogFields = Readonly<Record<string, number | boolean | null | string>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** Where a failure came from: its name, code and the program's own lines, never its message (it may quote people). */
  failure(event: string, failure: unknown, fields?: LogFields): void;
}

const MAX_LOG_BYTES = 2 * 1024 * 1024;
const WITHHELD = '[withheld]';
/** An id or an enum word: no spaces, no quotes, nothing longer than an id. */
const WORD = /^[A-Za-z0-9_.:+-]{1,64}$/;
/** Keys and tokens are long unbroken runs; ids of ours have hyphens. */
const SECRET_RUN = /[A-Za-z0-9+_]{28,}|^sk-|^xai-|^AIza/;

/** Opens a log file; beyond 2 MB the old lines move to `NAME.old.log`, so two files are all there ever is. */
export function openLog(file: string): Log {
  let opened: Logger | null = null;
  const logger = (): Logger => {
    opened ??= openLogger(file);
    return opened;
  };
  return {
    info: (event, fields) => logger().info(logLine(event, fields)),
    warn: (event, fields) => logger().warn(logLine(event, fields)),
    error: (event, fields) => logger().error(logLine(event, fields)),
    failure: (event, failure, fields) => logger().error(logLine(event, { ...fields, ...describeFailure(failure) })),
  };
}

/** Read with the first line: a start does not wait for it (20 ms). */
function openLogger(file: string): Logger {
  const electronLog = createRequire(import.meta.url)('electron-log/node') as ElectronLog;
  const logger = electronLog.create({ logId: file });
  // Without a name it looks for one in Electron or a package.json, and in a utility process it finds neither.
  logger.transports.file.setAppName('Parley');
  logger.transports.console.level = false;
  logger.transports.file.level = 'info';
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = MAX_LOG_BYTES;
  logger.transports.file.format = '{iso} {level} {text}';
  return logger;
}

/** One line: `event {"field":1}`. Anything that is no number, flag or plain word is withheld. */
export function logLine(event: string, fields: LogFields = {}): string {
  const safe = Object.entries(fields).map(([name, value]) => [safeWord(name), typeof value === 'string' ? safeWord(value) : value]);
  return `${safeWord(event)} ${JSON.stringify(Object.fromEntries(safe))}`;
}

function safeWord(word: string): string {
  return WORD.test(word) && !SECRET_RUN.test(word) ? word : WITHHELD;
}

function describeFailure(failure: unknown): LogFields {
  if (!(failure instanceof Error)) return { failure: typeof failure };
  const { code } = failure as { code?: unknown };
  const places = (failure.stack ?? '').matchAll(/([A-Za-z0-9_.-]+\.[cm]?[jt]s):(\d+)/g);
  const described: Record<string, string> = { failure: failure.name };
  if (typeof code === 'string') described['code'] = code;
  for (const [index, [, file, line]] of [...places].slice(0, 4).entries()) described[`at${index}`] = `${file}:${line}`;
  return described;
}
