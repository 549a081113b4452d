/** What a person reads beside a completion before they accept it. */
import { describe, expect, test } from 'vitest';
import { documentationOf } from '../../server/src/core/features/completion/documentation';
import type { Topic } from '../../server/src/core/features/completion/offer';
import type { IssueAnswer } from '../../server/src/core/known/known';
import { read } from './marks';
import { files, head, template } from './offered';
import { issueIs, knownFrom } from './rules/known-from';

function about(topic: Topic, answers: Readonly<Record<string, IssueAnswer>> = {}): string | null {
  const { document } = read(`${template}${head}`);
  return documentationOf(topic, document, {
    known: knownFrom(files, answers),
    now: Date.UTC(2025, 0, 20),
    addressOf: () => null,
  });
}

describe('the documentation of', () => {
  test('a mentor tells where they mentored', () => {
    const text = about({ is: 'mentor', key: 'grace-sample' });
    expect(text).toContain('Grace Sample');
    expect(text).toContain('Newer storage');
    expect(about({ is: 'mentor', key: 'nobody' })).toBeNull();
  });

  test('a project tells its maturity and its earlier proposals', () => {
    const text = about({ is: 'project', name: 'Jaeger' });
    expect(text).toContain('Graduated');
    expect(text).toContain('2024 Term 3');
    expect(about({ is: 'project', name: 'Our own tool' })).not.toContain('Graduated');
  });

  test('an issue tells its title and who has proposed it; of an unknown one the proposals alone', () => {
    const topic: Topic = { is: 'issue', owner: 'jaegertracing', repo: 'jaeger', number: 17 };
    const answer = issueIs({ owner: 'jaegertracing', repo: 'jaeger', number: 17, title: 'Store more' });
    expect(about(topic, { 'jaegertracing/jaeger#17': answer })).toMatch(/Store more[\s\S]*Older storage/);
    expect(about(topic)).toMatch(/^(?![\s\S]*Store more)[\s\S]*Older storage/);
  });

  test('a field tells what it is for and what the template says', () => {
    const text = about({ is: 'field', label: 'Expected project size' });
    expect(text).toContain('The template says: ');
    expect(text).toContain('one of small');
    expect(about({ is: 'field', label: 'Description' })).not.toContain('The template says');
    expect(about({ is: 'field', label: 'Something else' })).toBeNull();
  });
});
