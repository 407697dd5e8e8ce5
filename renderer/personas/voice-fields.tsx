import { useEffect, useState } from 'react';
import type { LimitTopic } from '../../electron/ipc/persona-schema.ts';
import { limitTopicSchema } from '../../electron/ipc/persona-schema.ts';
import { ask } from '../conversation/connection.ts';
import { fill, sentences } from '../sentences.ts';
import { Choice, Toggle } from '../settings/rows.tsx';
import { Slide, Words } from './fields.tsx';
import type { DraftPart } from './PersonaEditor.tsx';

const words = sentences.personas;
const SERVICES = ['openai', 'xai', 'gemini'] as const;

/** Those of this computer; the chosen one also where it is not installed here. */
function useVoices(chosen: string): readonly { readonly id: string; readonly label: string }[] {
  const [voices, setVoices] = useState<readonly { readonly id: string; readonly label: string }[]>([]);
  useEffect(() => {
    void ask((client) => client.listVoices(undefined)).then((found) => found && setVoices(found));
  }, []);
  if (voices.length === 0 || voices.some(({ id }) => id === chosen)) return voices;
  return [...voices, { id: chosen, label: fill(words.fields.voiceMissing, { id: chosen }) }];
}

export function VoiceFields({ draft, problems, change }: DraftPart) {
  const { fields, ends } = words;
  const { voice, hostedVoices } = draft;
  const voices = useVoices(voice.voiceId);
  const turn = (part: 'rate' | 'pitch' | 'formant', lowest: number, highest: number) => (
    <Slide
      label={fields[part]}
      ends={ends[part]}
      value={voice[part]}
      lowest={lowest}
      highest={highest}
      step={0.01}
      change={(value) => change({ voice: { ...voice, [part]: value } })}
    />
  );
  return (
    <section className="card">
      <h3>{fields.voice}</h3>
      {voices.length > 1 && (
        <Choice
          label={fields.voiceOf}
          value={voice.voiceId}
          choices={voices.map(({ id, label }) => ({ value: id, label }))}
          choose={(voiceId) => change({ voice: { ...voice, voiceId } })}
        />
      )}
      {turn('rate', 0.65, 1.5)}
      {turn('pitch', 0.7, 1.4)}
      {turn('formant', 0.7, 1.4)}
      <Slide
        label={fields.patience}
        ends={ends.patience}
        value={draft.patience}
        lowest={0.5}
        highest={3}
        step={0.1}
        change={(patience) => change({ patience })}
      />
      <Words
        label={fields.language}
        value={draft.language}
        most={35}
        problem={problems['language']}
        change={(language) => change({ language })}
      />
      {SERVICES.map((service) => (
        <Words
          key={service}
          label={fill(fields.hostedVoice, { service: words.services[service] })}
          value={hostedVoices[service] ?? ''}
          most={60}
          change={(name) => {
            const { [service]: _, ...others } = hostedVoices;
            change({ hostedVoices: name === '' ? others : { ...others, [service]: name } });
          }}
        />
      ))}
    </section>
  );
}

export function SkillFields({ draft, change }: DraftPart) {
  const { skills } = draft;
  const families = Object.keys(words.families) as (keyof typeof words.families)[];
  const turn = (family: string, on: boolean) => {
    const now = skills ?? families;
    change({ skills: on ? [...now, family] : now.filter((other) => other !== family) });
  };
  return (
    <section className="card">
      <h3>{words.fields.skills}</h3>
      <Toggle label={words.fields.allSkills} on={skills === null} turn={(on) => change({ skills: on ? null : [...families] })} />
      {skills !== null &&
        families.map((family) => (
          <Toggle key={family} label={words.families[family]} on={skills.includes(family)} turn={(on) => turn(family, on)} />
        ))}
    </section>
  );
}

export function LimitFields({ draft, change }: DraftPart) {
  const { limits } = draft;
  const say = (topic: LimitTopic, sentence: string) => {
    const others = limits.filter((limit) => limit.topic !== topic);
    change({ limits: sentence === '' ? others : [...others, { topic, sentence }] });
  };
  return (
    <section className="card">
      <h3>{words.fields.limits}</h3>
      <p className="quiet">{words.fields.limitsHint}</p>
      {limitTopicSchema.options.map((topic) => (
        <Words
          key={topic}
          label={words.topics[topic]}
          value={limits.find((limit) => limit.topic === topic)?.sentence ?? ''}
          most={300}
          rows={2}
          change={(sentence) => say(topic, sentence)}
        />
      ))}
    </section>
  );
}
