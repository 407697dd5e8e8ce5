import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { openMiniLm } from '../../../models/embedding/mini-lm.ts';
const lines = (n: string) => readFileSync(new URL(`./${n}`, import.meta.url), 'utf8').trimEnd().split('\n');
it('embeds', async () => {
  const model = await openMiniLm({ modelFolder: '/tmp/mind/models', workerFolder: `${process.cwd()}/out/main/workers` });
  const rows: unknown[] = [];
  const add = async (file: string, l: string, label: string) => { const [v] = await model.embed([l]); rows.push({ file, text: l, label, v: [...v!] }); };
  for (const f of ['spoken-danger', 'danger-held-out', 'danger-everyday', 'danger-second', 'danger-training']) for (const l of lines(`danger/${f}.txt`)) { const [k = '', s = ''] = l.split(/: (.*)/); await add(f, s, k); }
  for (const f of ['danger-look-alikes', 'look-alikes-held-out', 'look-alikes-everyday', 'look-alikes-second', 'look-alikes-training']) for (const l of lines(`danger/${f}.txt`)) await add(f, l, 'none');
  for (const l of lines('spoken-for-none.txt')) await add('none', l, 'none');
  for (const l of lines('declining/small-talk.txt')) await add('small', l, 'none');
  for (const l of lines('declining/unknowable.txt')) await add('unknowable', l.split(/: (.*)/)[1]!, 'none');
  writeFileSync('/tmp/mind/vec.json', JSON.stringify(rows));
  await model.close();
}, 600000);
