import type { Code } from 'mdast';
import { issueFieldOf } from '../facts/issue-labels';
import { type YamlNode, yamlIn } from '../markdown/yaml';
import type { Pair } from './table';

/** Fewer known keys are some other data. */
const FEWEST = 2;

/** The labels and values of a proposal that stands as YAML in a fence. Null for any other code. */
export function yamlFields({ lang, value }: Code): readonly Pair[] | null {
  if (lang && !/^(?:ya?ml|json)$/i.test(lang)) return null;
  if (!/^[ \t]*[\p{L}"']/mu.test(value) || !value.includes(':')) return null;
  const node = yamlIn(value, { start: 0, end: value.length });
  if (node?.is !== 'map') return null;
  const entries = node.entries.map(({ key, value: own }) => ({ label: labelOf(key.text), node: own }));
  const known = new Set(entries.flatMap(({ label }) => issueFieldOf(label)?.id ?? []));
  if (known.size < FEWEST) return null;
  return entries.map(({ label, node: own }) => ({ label, source: `${label}:`, value: own ? textOf(own) : '' }));
}

/** "expected_outcome" and "expectedOutcome" as words. */
function labelOf(key: string): string {
  const words = key
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as Markdown: lists as items, people with a line for each thing that is known. */
function textOf(node: YamlNode): string {
  if (node.is === 'scalar') return node.part.text;
  if (node.is === 'map')
    return node.entries.map(({ key, value }) => `${key.text}: ${value ? textOf(value) : ''}`.trim()).join('\n');
  return node.items.map((item) => `- ${textOf(item).replace(/\n/g, '\n  ')}`).join('\n');
}
