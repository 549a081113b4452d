import { wordKey } from '../../facts/words';
import { type Template, type TemplateField, withUniqueIds } from '../template';
import { fieldOfTopic } from './idea-topics';
import type { SectionNotes } from './section-notes';

/**
 * The template in the table below a heading "Template", if the ideas have at least half of its labels. Otherwise
 * `learned`. The file's ideas say how many of them have each field, because nobody demands what such a table lists.
 */
export function withWritten(learned: Template, notes: readonly SectionNotes[]): Template {
  const counts = new Map(learned.fields.map(({ label, count }) => [wordKey(label), count ?? 0]));
  for (const { role, tables, text } of notes) {
    if (role !== 'template') continue;
    const table = tables.find(({ labels }) => labels.length >= 2);
    if (!table) continue;
    const fields = withUniqueIds(
      table.labels.map(
        ({ topic, label, key, valueStart, valueEnd }): TemplateField => ({
          id: fieldOfTopic(topic),
          label: label.text,
          body: '',
          hint: text.slice(valueStart, valueEnd ?? valueStart),
          count: counts.get(key) ?? 0,
        }),
      ),
    );
    if (fields.filter(({ count = 0 }) => count > 0).length * 2 < fields.length) continue;
    const key = `table ${learned.key} ${fields.map(({ label, hint, count }) => `${label} ${hint} ${count}`).join()}`;
    return { ...learned, source: 'document', key, fields };
  }
  return learned;
}
