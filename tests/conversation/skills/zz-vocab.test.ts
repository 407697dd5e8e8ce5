import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { openMiniLm } from '../../../models/embedding/mini-lm.ts';
it('embeds words', async () => {
  const model = await openMiniLm({ modelFolder: '/tmp/mind/models', workerFolder: `${process.cwd()}/out/main/workers` });
  const vocab = Object.keys(JSON.parse(readFileSync('/tmp/mind/models/minilm-l6-v2-int8/tokenizer.json', 'utf8')).model.vocab).filter((w) => /^[a-z]{1,}$/.test(w));
  console.log(vocab.length);
  const out = new Float32Array(vocab.length * 384);
  for (let i = 0; i < vocab.length; i++) { const [v] = await model.embed([vocab[i]!]); out.set(v!, i * 384); }
  writeFileSync('/tmp/mind/vocab.json', JSON.stringify(vocab)); writeFileSync('/tmp/mind/vocab.f32', Buffer.from(out.buffer));
  await model.close();
}, 900000);
