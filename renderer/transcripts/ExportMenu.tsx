import { Menu } from '@base-ui/react/menu';
import { ClipboardCheck, ClipboardCopy, Download } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RecordingJob, TranscriptFormat } from '../../electron/ipc/recordings-schema.ts';
import { ask, showProblem } from '../conversation/connection.ts';
import { sentences } from '../sentences.ts';
import { saveFile } from '../shell/save-file.ts';
import { copyText } from './copy-text.ts';
import { editsKept } from './open-transcript.ts';
import { useRecordings } from './recordings.ts';

const words = sentences.recordings;

/** What a file of each format is; the system asks where it should go. */
const TYPES = {
  txt: 'text/plain',
  md: 'text/markdown',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv',
  json: 'application/json',
} as const satisfies Record<TranscriptFormat, string>;
const FORMATS = Object.keys(TYPES) as readonly TranscriptFormat[];

/** What was recorded here lies sealed in the profile: this is its way out. */
async function saveSound({ id, name }: RecordingJob): Promise<void> {
  await window.parley.saveSound({ id, name: `${name.replace(/\.\w+$/, '')}.wav` }).catch(showProblem);
}

type Source = { readonly kind: 'recording'; readonly id: string } | { readonly kind: 'live' };

/** Out: a file in any format, or the clipboard. */
export function ExportMenu({ source }: { source: Source }) {
  const place = useRef<HTMLSpanElement>(null);
  const [told, setTold] = useState('');
  const recorded = useRecordings(({ jobs }) =>
    source.kind === 'live' ? null : (jobs?.find(({ id, isRecorded }) => isRecorded && id === source.id) ?? null),
  );
  const read = async (format: TranscriptFormat) => {
    await editsKept();
    return await ask((client) =>
      source.kind === 'live' ? client.exportConversation({ format }) : client.exportTranscript({ id: source.id, format }),
    );
  };
  const save = async (format: TranscriptFormat) => {
    const file = await read(format);
    if (file !== undefined) saveFile(file.name, file.content, TYPES[format]);
  };
  const copy = async () => {
    const file = await read('txt');
    if (file !== undefined) setTold(copyText(String(file.content)) ? words.copied : words.notCopied);
  };
  return (
    <span ref={place} className="choices">
      <span className="only-read" role="status">
        {told}
      </span>
      <button type="button" className="button icon" aria-label={words.copy} title={words.copy} onClick={() => void copy()}>
        {told === words.copied ? <ClipboardCheck size={16} aria-hidden /> : <ClipboardCopy size={16} aria-hidden />}
      </button>
      <Menu.Root>
        <Menu.Trigger className="button">
          <Download size={16} aria-hidden /> {words.export}
        </Menu.Trigger>
        <Menu.Portal container={place}>
          <Menu.Positioner className="persona-menu-place" sideOffset={4} align="end">
            <Menu.Popup className="persona-menu">
              {FORMATS.map((format) => (
                <Menu.Item key={format} className="persona-menu-item" onClick={() => void save(format)}>
                  {words.formats[format]}
                </Menu.Item>
              ))}
              {recorded !== null && (
                <Menu.Item className="persona-menu-item" onClick={() => void saveSound(recorded)}>
                  {words.sound}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
}
