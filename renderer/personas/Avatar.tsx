import { avatarDrawingSchema } from '../../electron/ipc/persona-schema.ts';
import { DRAWINGS } from './drawings.tsx';

/** Who speaks, as a picture beside the name; the name is always written too, so it is not read out. */
export function Avatar({ persona, size }: { persona: { name: string; tone: string; avatar?: string }; size: 'small' | 'large' }) {
  const drawing = avatarDrawingSchema.safeParse(persona.avatar);
  return (
    <span className="avatar" data-tone={persona.tone} data-size={size} data-drawing={drawing.data ?? null} aria-hidden>
      {drawing.success && (
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {DRAWINGS[drawing.data]}
        </svg>
      )}
      {!drawing.success && persona.avatar?.startsWith('data:image/') && <img src={persona.avatar} alt="" />}
      {!drawing.success && persona.avatar?.startsWith('data:image/') !== true && [...persona.name][0]}
    </span>
  );
}
