import type { Transcript } from '../../../ipc/transcription-schema.ts';
import { paragraphsOf } from './paragraphs.ts';
import { shortTime } from './time-codes.ts';

/** A document for Word and LibreOffice: the name as its title, then paragraphs with time and speaker in bold. */
export async function docxOf(transcript: Transcript): Promise<Uint8Array> {
  // A megabyte of code that only this needs.
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const paragraphs = paragraphsOf(transcript).map(({ startMs, speaker, text }) => {
    const head = `[${shortTime(startMs)}]${speaker === null ? '' : ` ${speaker}`} `;
    return new Paragraph({ spacing: { after: 160 }, children: [new TextRun({ text: head, bold: true }), new TextRun(printable(text))] });
  });
  const title = new Paragraph({ text: printable(transcript.name), heading: HeadingLevel.HEADING_1 });
  const document = new Document({ creator: 'Parley', title: printable(transcript.name), sections: [{ children: [title, ...paragraphs] }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** XML knows no control characters and no halves of a pair. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
