// Refreshes the bundled copy of CNCF's proposal form from a checkout of the mentoring repository:
//   node scripts/refresh-form.mjs path/to/mentoring 2026-08-05
// The date is the day of the checkout. The form in a workspace always wins; the bundled one serves drafts elsewhere.
import { readFileSync, writeFileSync } from 'node:fs';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

const [folder, asOf = ''] = process.argv.slice(2);
if (!folder || !/^\d{4}-\d\d-\d\d$/.test(asOf)) {
  console.error('usage: node scripts/refresh-form.mjs FOLDER YYYY-MM-DD');
  process.exit(2);
}
const read = (path) => load(readFileSync(`${folder}/${path}`, 'utf8'), { schema: FAILSAFE_SCHEMA });
const form = read('.github/ISSUE_TEMPLATE/lfx-program-proposal.yml');
const { terms } = read('programs/lfx-mentorship/automation/terms.yml');
const quotas = read('programs/lfx-mentorship/automation/quotas.yml');
const fields = form.body
  .filter(({ type }) => type !== 'markdown')
  .map(({ id, type, attributes, validations }) => ({
    id,
    label: attributes.label,
    type,
    required: validations?.required === 'true',
    description: (attributes.description ?? '').trim(),
    options: id === 'term' ? terms : (attributes.options ?? []).map((option) => option.label ?? option),
  }));
const overrides = Object.entries(quotas.overrides ?? {}).map(([key, most]) => [key, Number(most)]);
const bundled = {
  path: null,
  asOf,
  title: form.title,
  labels: form.labels,
  fields,
  quotas: { usual: Number(quotas.default_per_project_per_term), byProject: Object.fromEntries(overrides) },
};
writeFileSync(
  new URL('../server/src/core/facts/lfx-form.json', import.meta.url),
  `${JSON.stringify(bundled, null, 2)}\n`,
);
console.log(`${fields.length} fields as of ${asOf}`);
