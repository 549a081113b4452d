/** Which proposals `list` prints for `--term`, `--project`, `--mentor`, `--missing` and `--status`. */
import { describe, expect, test } from 'vitest';
import { filtered, isField, type ListWish, possible } from '../../server/src/core/features/list/filter';
import { listedFile } from '../../server/src/core/features/list/list';
import { Statuses } from '../../server/src/core/features/list/status';
import { read } from './marks';

const text = `
  ### Jaeger

  #### Faster queries

  - Description: They are slow.
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1

  ### Harbor

  #### Smaller images

  - Description:
  - Stretch Goals: even smaller
  - Mentor(s): Bo Sample
`;
const file = listedFile(read(text, 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md').document);
const nothing: ListWish = { term: [], project: [], mentor: [], missing: [], status: [] };
const titles = (wish: Partial<ListWish>, statuses = new Statuses([file]), of = file) =>
  filtered(of, { ...nothing, ...wish }, statuses).proposals.map(({ title }) => title);
const [jaeger, harbor] = ['Faster queries', 'Smaller images'];

describe('a list of what somebody asks for', () => {
  test.each([
    [{}, [jaeger, harbor]],
    [{ term: ['2025 Term 3'] }, [jaeger, harbor]],
    [{ term: ['term 03'] }, [jaeger, harbor]],
    [{ term: ['lfx 2025'] }, [jaeger, harbor]],
    [{ term: ['2024'] }, []],
    [{ term: ['gsoc'] }, []],
    [{ term: [' '] }, []],
    [{ project: ['JAEG'] }, [jaeger]],
    [{ project: [' '] }, []],
    [{ project: ['jaeger', 'harbor'] }, [jaeger, harbor]],
    [{ mentor: ['@ADA-example'] }, [jaeger]],
    [{ mentor: ['ada-example'] }, [jaeger]],
    [{ mentor: ['ada@example.org'] }, [jaeger]],
    [{ mentor: ['@ada'] }, []],
    [{ mentor: ['sample'] }, [harbor]],
    [{ project: ['jaeger'], mentor: ['sample'] }, []],
    [{ missing: ['description'] }, [harbor]],
    [{ missing: ['Upstream Issue'] }, [harbor]],
    [{ missing: ['mentors'] }, []],
    [{ missing: ['lfx-url'] }, [jaeger, harbor]],
    [{ missing: ['stretch goals'] }, [jaeger]],
  ] satisfies [Partial<ListWish>, string[]][])('%o', (wish, expected) => {
    expect(titles(wish)).toEqual(expected);
  });

  test('what it could be is what stands in the files', () => {
    expect(possible('project', [file])).toEqual(['Jaeger', 'Harbor']);
    expect(possible('mentor', [file])).toContain('ada-example');
    expect(possible('term', [file])).toEqual(['2025 Term 3']);
    expect(possible('missing', [file])).toEqual(expect.arrayContaining(['Upstream Issue', 'Stretch Goals']));
  });

  test('a field is one that programs ask for, or of the files', () => {
    expect(['mentors', 'stretch goals', 'Description'].map((each) => isField(each, [file]))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isField('color', [file])).toBe(false);
  });
});

describe('the status', () => {
  const folder = 'programs/lfx-mentorship/2025/03-Sep-Nov';
  const published = listedFile(
    read(
      `
        - Status: Completed

        ### Jaeger

        #### Queries that are faster

        - Description: They are slow.
        - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
        - LFX URL: https://mentorship.lfx.linuxfoundation.org/project/1
      `,
      `${folder}/README.md`,
    ).document,
  );
  const statuses = new Statuses([file, published]);

  test('is that of the file', () => {
    expect(titles({ status: ['draft'] }, statuses)).toEqual([jaeger, harbor]);
    expect(titles({ status: ['accepted'] }, statuses)).toEqual([]);
    expect(titles({ status: ['accepted', 'listed'] }, statuses, published)).toEqual(['Queries that are faster']);
  });

  test('is not-accepted for a draft that the README of its term has by no title and no issue', () => {
    expect(titles({ status: ['not-accepted'] }, statuses)).toEqual([harbor]);
    expect(titles({ status: ['not-accepted'] }, statuses, published)).toEqual([]);
  });

  test('is not-accepted for nothing before the term has accepted something', () => {
    expect(titles({ status: ['not-accepted'] }, new Statuses([file]))).toEqual([]);
    expect(titles({ status: ['not-accepted'] }, new Statuses([file, { ...published, proposals: [] }]))).toEqual([]);
  });
});
