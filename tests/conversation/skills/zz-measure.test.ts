import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { emergencyIn } from '../../../electron/conversation/skills/emergency-signs.ts';
const lines = (n: string) => readFileSync(new URL(`./danger/${n}`, import.meta.url), 'utf8').trimEnd().split('\n');
it('measures', () => {
  for (const n of (process.env['D'] ?? 'danger-everyday.txt,danger-held-out.txt,spoken-danger.txt').split(',')) {
    let any = 0, right = 0; const all = lines(n); const out: string[] = [];
    for (const l of all) { const [k = '', s = ''] = l.split(/: (.*)/); const g = emergencyIn(s); if (g) any++; if (g && k.split('|').includes(g)) right++; else out.push(`${g}  <- ${l}`); }
    console.log(n, 'recognised', any, 'right', right, 'of', all.length); if (process.env['V']) console.log(out.join('\n'));
  }
  for (const n of (process.env['L'] ?? 'look-alikes-everyday.txt,look-alikes-held-out.txt,danger-look-alikes.txt').split(',')) {
    const bad = lines(n).filter((s) => emergencyIn(s) !== null);
    console.log(n, 'false', bad.length, 'of', lines(n).length); if (process.env['V']) console.log(bad.map((s) => emergencyIn(s) + ' <- ' + s).join('\n'));
  }
});
