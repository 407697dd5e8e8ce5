/** @typedef {import('./rows.ts').Row} Row */

const WIDTH = 520;
const BAR = 14;

/** One page with a picture for each unit and the table behind it. @param {readonly Row[]} rows @param {string} title */
export function page(rows, title) {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Parley: figures</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 960px; margin: 32px auto; padding: 0 16px; color: #1c2230; background: #fff; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } td, th { padding: 4px 8px; border-bottom: 1px solid #d8dce6; text-align: left; vertical-align: top; }
.p50 { fill: #3b5bdb; } .p95 { fill: #a9b8f0; } .naive { fill: #b9bec9; } .goal { stroke: #c2410c; stroke-width: 2; }
@media (prefers-color-scheme: dark) { body { color: #e8eaf0; background: #14171f; } td, th { border-color: #333a4a; } }
</style>
<h1>Figures</h1><p>${escaped(title)}</p>
<p>Dark: p50. Light: p95. Grey: the naive way's p50. The upright line is the goal for p50.</p>
${units
  .map((unit) =>
    section(
      rows.filter((row) => row.unit === unit),
      unit,
    ),
  )
  .join('\n')}
</html>
`;
}

/** @param {readonly Row[]} rows @param {string} unit */
function section(rows, unit) {
  const most = Math.max(...rows.flatMap(({ p95, naiveP50, goalP50 }) => [p95, naiveP50 ?? 0, goalP50 ?? 0]), 1e-9);
  const scale = (/** @type {number} */ value) => Math.max(0, Math.min(WIDTH, (value / most) * WIDTH));
  const pictures = rows.map(
    (row) =>
      `<tr><td>${escaped(row.row)}</td><td>${escaped(row.item)}</td><td>${picture(row, scale)}</td><td>${row.p50} / ${row.p95}${row.naiveP50 === null ? '' : ` (naive ${row.naiveP50})`}</td></tr>`,
  );
  return `<h2>${escaped(unit)}</h2><table>${pictures.join('')}</table>`;
}

/** @param {Row} row @param {(value: number) => number} scale */
function picture({ item, p50, p95, naiveP50, goalP50 }, scale) {
  const goal = goalP50 === null ? '' : `<line class="goal" x1="${scale(goalP50)}" x2="${scale(goalP50)}" y1="0" y2="${2 * BAR}"/>`;
  const naive = naiveP50 === null ? '' : `<rect class="naive" y="${BAR + 2}" width="${scale(naiveP50)}" height="${BAR - 4}"/>`;
  return `<svg role="img" aria-label="${escaped(`${item}: p50 ${p50}, p95 ${p95}`)}" width="${WIDTH}" height="${2 * BAR}"><rect class="p95" width="${scale(p95)}" height="${BAR}"/><rect class="p50" width="${scale(p50)}" height="${BAR}"/>${naive}${goal}</svg>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
