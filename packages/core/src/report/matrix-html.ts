import { standings } from '../evaluate/assess.ts';
import type { Profile } from '../profile/schema.ts';
import { splitRows } from './adjustments.ts';
import type { CheckReport } from './check-report.ts';
import { markup } from './escape.ts';
import { type Matrix, type MatrixRow, matrixOf } from './matrix.ts';
import { changesHtml } from './matrix-html-changes.ts';
import { matrixStyle } from './matrix-html-style.ts';
import { counted, flowName, labelLooks, standingOf, standingWords } from './say.ts';

/** Nothing is loaded and nothing runs; only the style in the page itself counts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const rowHtml = (flow: MatrixRow): string => {
  const cells = flow.cells.map(({ label }) => {
    const { sign, words } = labelLooks[label];
    const shown = label === 'not-touched' ? `<span class="spoken">${words}</span>` : words;
    return `<td><span class="cell ${label}"><span aria-hidden="true">${sign}</span> ${shown}</span></td>`;
  });
  const standing = `<span class="standing ${flow.standing}">${standingWords[flow.standing]}</span>`;
  return `<tr><th scope="row">${markup(flowName(flow, 120))}<span class="file">${markup(flow.file)}</span></th><td>${standing}</td>${cells.join('')}</tr>`;
};

const promisesHtml = (profile: Profile | undefined): string => {
  if (profile === undefined) return '';
  const entries = profile.values.map((value) => {
    const promises = value.commitments.map(({ promise }) => `<dd><q>${markup(promise)}</q></dd>`);
    return `<dt>${markup(value.title)}</dt>${promises.join('')}`;
  });
  return `<section aria-labelledby="promises"><h2 id="promises">What it was held against</h2><dl class="promises">${entries.join('\n')}</dl></section>`;
};

const quietHtml = (quiet: readonly MatrixRow[]): string => {
  if (quiet.length === 0) return '';
  const names = quiet.map((flow) => markup(flowName(flow, 80))).join(', ');
  return `<details class="quiet"><summary>${counted(quiet.length, 'further automation')} with no bearing on these values</summary><p>${names}</p></details>`;
};

const countsHtml = (matrix: Matrix): string =>
  standings
    .map((standing) => ({
      standing,
      number: matrix.flows.filter((flow) => flow.standing === standing).length,
    }))
    .filter(({ number }) => number > 0)
    .map(
      ({ standing, number }) =>
        `<li class="${standing}"><b>${number}</b>${standingOf(standing, number)}</li>`,
    )
    .join('');

/**
 * The matrix as one page that stands alone, with what to change and why: no script, nothing loaded, every text escaped,
 * readable by a screen reader and on paper.
 */
export const renderMatrixHtml = (report: CheckReport, profile?: Profile): string => {
  const matrix = matrixOf(report, profile);
  const name = markup(matrix.profile.name);
  const { shown, quiet } = splitRows(matrix);
  const legend = Object.entries(labelLooks).map(
    ([label, { sign, words, means }]) =>
      `<li><span class="cell ${label}"><span aria-hidden="true">${sign}</span> ${words}</span> ${means}</li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}: automations and values</title>
<style>${matrixStyle}</style>
</head>
<body>
<main>
<p class="mark">Plumbline</p>
<h1>${name}</h1>
<p class="lead">How ${counted(matrix.flows.length, 'automation')} ${matrix.flows.length === 1 ? 'stands' : 'stand'} to what this business says it stands for. Each line is one automation, each column one value.</p>
<ul class="counts" aria-label="Standing of the automations">${countsHtml(matrix)}</ul>
<div class="scroll" role="region" aria-label="Automations and values" tabindex="0">
<table>
<caption>Automations and values</caption>
<thead><tr><th scope="col">Automation</th><th scope="col">Standing</th>${matrix.values.map((value) => `<th scope="col">${markup(value.title)}</th>`).join('')}</tr></thead>
<tbody>
${shown.map(rowHtml).join('\n')}
</tbody>
</table>
</div>
${quietHtml(quiet)}
<ul class="legend" aria-label="What the labels mean">${legend.join('')}</ul>
${changesHtml(report, profile)}
${promisesHtml(profile)}
<footer>Profile version ${markup(matrix.profile.version)}, ${markup(matrix.profile.hash.slice(0, 12))}.</footer>
</main>
</body>
</html>
`;
};
