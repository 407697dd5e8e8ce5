import { X } from 'lucide-react';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { readPersonas, usePersonaList } from './persona-list.ts';

const words = sentences.personas;

/** What the user asked to keep from a persona, each with the way to take that back. */
export function HiddenSubjects({ id, name }: { id: string; name: string }) {
  const subjects = usePersonaList((state) => state.cards?.find((card) => card.id === id)?.exceptAbout) ?? [];
  const tellAgain = async (subject: string) => {
    await ask((client) => client.keepSubjectsFrom({ id, subjects: subjects.filter((other) => other !== subject) }));
    await readPersonas();
  };
  return (
    <div className="setting column">
      <h3>{words.hidden}</h3>
      {subjects.length === 0 && <p className="quiet">{fill(words.hiddenEmpty, { name })}</p>}
      {subjects.length > 0 && (
        <ul className="choices persona-subjects">
          {subjects.map((subject) => (
            <li key={subject} className="badge">
              <bdi>{subject}</bdi>
              <button
                type="button"
                className="button plain icon small"
                aria-label={fill(words.tellAgain, { name, subject })}
                onClick={() => void tellAgain(subject)}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
