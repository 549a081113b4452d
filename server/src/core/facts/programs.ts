import type { FieldId } from './fields';

/** A program that we know beside CNCF's, as a table: adding one is adding an entry. */
export interface BundledProgram {
  readonly name: string;
  /** Where files of the program lie, in any repository. */
  readonly path: RegExp;
  /** What it asks for. A field that is not required is only offered. */
  readonly fields: readonly { readonly id: FieldId | null; readonly label: string; readonly required: boolean }[];
}

/**
 * Outreachy takes proposals by a form on its website; communities collect them in files first. Its guide for mentors asks
 * for these, and leaves to the communities what their files look like, so none is required there.
 */
const outreachy: BundledProgram = {
  name: 'Outreachy',
  path: /(?:^|[/_.-])outreachy(?:[/_.-]|$)/i,
  fields: [
    { id: 'description', label: 'Description', required: false },
    { id: 'recommended-skills', label: 'Required skills', required: false },
    { id: null, label: 'How to contribute', required: false },
    { id: 'mentors', label: 'Mentors', required: false },
    { id: null, label: 'Intern benefits', required: false },
    { id: null, label: 'Community benefits', required: false },
  ],
};

export const bundledPrograms: readonly BundledProgram[] = [outreachy];
