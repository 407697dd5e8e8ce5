import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { isNotHereAndNow, DENIED } from '../../../electron/conversation/skills/danger/guards.ts';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';
import { understood } from './spoken-for-skills.ts';
import { spokenWords } from '../../../electron/conversation/skills/words/spoken-words.ts';
const rows = JSON.parse(readFileSync('/tmp/mind/vec.json', 'utf8')) as { file: string; text: string; label: string }[];
it('dumps', () => {
  const extra = (understood as any[]).map((r) => ({ file: 'skills', text: r.said ?? r.utterance ?? r[0], label: 'none', skill: r.skill ?? r.name ?? r[1] }));
  const out = [...rows, ...extra.filter((r) => typeof r.text === 'string' && !String(r.skill).startsWith('emergency'))].map(({ file, text, label }) => {
    const plain = spokenWords(text).map((w) => w.text).join(' ').replaceAll(/'s\b/g, ' is').replaceAll(/\b(some|any|every) (one|body|more|thing)\b/g, '$1$2').replaceAll(/\banymore\b/g, 'any more');
    return { file, text, label, plain, rule: emergencyIn(text), guard: isNotHereAndNow(plain) || DENIED.test(plain) };
  });
  writeFileSync('/tmp/mind/rows.json', JSON.stringify(out));
  console.log(out.length, extra.length, extra[0]);
});
